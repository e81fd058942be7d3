/** The cells of a row that are kept as they were read, for findings and reports; packed into one text each row. */

/** As text; "" where the row or the file has none. */
export interface RawCells {
  readonly nik: string;
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly status: string;
}

/** Of a person whose cells nobody asks for. */
export const NO_CELLS: RawCells = {
  nik: "",
  name: "",
  birthPlace: "",
  birthDate: "",
  sex: "",
  status: "",
};

/** Parts the cells of one pooled row; no cell contains it, since control characters are dropped on packing. */
const CELL_END = "\u001f";
export const CELL_END_BYTE = 0x1f;

export function packCells(raw: RawCells): string {
  const packed = [raw.nik, raw.name, raw.birthPlace, raw.birthDate, raw.sex, raw.status];
  for (let i = 0; i < packed.length; i++) {
    if (packed[i]!.includes(CELL_END)) packed[i] = packed[i]!.replaceAll(CELL_END, "");
  }
  return packed.join(CELL_END);
}

export function unpackCells(packed: string): RawCells {
  const [nik = "", name = "", birthPlace = "", birthDate = "", sex = "", status = ""] =
    packed.split(CELL_END);
  return { nik, name, birthPlace, birthDate, sex, status };
}
