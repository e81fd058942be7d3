/** Writes the workbooks that tests read, part by part, so that a test can write what no office program would. */
import { deflateRawSync } from "node:zlib";

export interface PartOptions {
  /** Declares another length than the part has. */
  readonly declaredSize?: number;
  readonly flags?: number;
  readonly stored?: boolean;
  /** Sizes in the extra field, as some programs write them whatever the size. */
  readonly zip64?: boolean;
}

/** A ZIP archive of the given parts (PKWARE APPNOTE 4.3); checksums are left out, nothing here reads them. */
export function zip(
  parts: readonly (readonly [name: string, content: string | Buffer, options?: PartOptions])[],
): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content, options = {}] of parts) {
    const data = Buffer.from(content);
    const packed = options.stored === true ? data : deflateRawSync(data);
    const method = options.stored === true ? 0 : 8;
    const size = options.declaredSize ?? data.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const extra = options.zip64 === true ? zip64Field(size, packed.length) : Buffer.alloc(0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(options.flags ?? 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(options.zip64 === true ? 0xffffffff : packed.length, 20);
    entry.writeUInt32LE(options.zip64 === true ? 0xffffffff : size, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name), extra);
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function zip64Field(size: number, packed: number): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(size), 4);
  field.writeBigUInt64LE(BigInt(packed), 12);
  return field;
}

export interface SheetContent {
  readonly name: string;
  /** Text in a cell is an inline string; `{ xml }` is the cell's own XML with its type and style. */
  readonly rows?: readonly (readonly (
    | string
    | { readonly type?: string; readonly style?: number; readonly xml: string }
  )[])[];
  /** The sheet's whole XML instead. */
  readonly xml?: string;
  readonly hidden?: boolean;
}

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Style 1 shows dates by a built-in format, style 2 by a format of its own, style 3 shows a number. */
const STYLES = `<styleSheet ${NAMESPACE}><numFmts><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; hari&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A workbook as Excel lays it out. */
export function workbook(
  sheets: readonly SheetContent[],
  { sharedStrings = "", properties = "" }: { sharedStrings?: string; properties?: string } = {},
): Buffer {
  return zip([
    [
      "_rels/.rels",
      `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<?xml version="1.0"?><workbook ${NAMESPACE} xmlns:r="${OFFICE}">${properties}<sheets>${sheets
        .map(
          ({ name, hidden }, at) =>
            `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden === true ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships>${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", STYLES],
    ["xl/sharedStrings.xml", `<sst ${NAMESPACE}>${sharedStrings}</sst>`],
    ...sheets.map((sheet, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      sheet.xml ?? sheetXml(sheet),
    ]),
  ]);
}

function sheetXml({ rows = [] }: SheetContent): string {
  const rowsXml = rows.map((cells, row) => {
    const cellsXml = cells.map((cell, column) => {
      const reference = `${columnName(column)}${row + 1}`;
      if (typeof cell === "string") {
        return cell === ""
          ? `<c r="${reference}" s="3"/>`
          : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
      }
      return `<c r="${reference}" t="${cell.type ?? "n"}" s="${cell.style ?? 0}">${cell.xml}</c>`;
    });
    return `<row r="${row + 1}">${cellsXml.join("")}</row>`;
  });
  return `<worksheet ${NAMESPACE}><sheetData>${rowsXml.join("\n")}</sheetData></worksheet>`;
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
