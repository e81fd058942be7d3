/**
 * Rows that are no person's: numbering, totals, signatures, titles, the names of offices between groups. Each test
 * looks at the tidied cells of one row and nothing else; row-reader.ts decides when to ask which.
 */
import { wholeYears } from "../field/birth-date.ts";
import { splitPlaceAndDate } from "../field/place-and-date.ts";
import { cleanBirthDate, YOUNGEST } from "../field/written-date.ts";
import { readHeader } from "./header.ts";

/** 1 2 3 …, (1) (2) (3) … or a b c … under a header, from its first cell on; "6 = 4 + 5" may stand in for a number. */
export function isNumbering(texts: readonly string[]): boolean {
  let expected = 0;
  let filled = 0;
  for (const text of texts) {
    if (text === "") continue;
    filled++;
    const position = NUMBERING_CELL.exec(text)?.[1]?.toLowerCase();
    if (position === undefined) return false;
    const value = position >= "a" ? position.charCodeAt(0) - 96 : Number(position);
    // unnumbered columns may be skipped, but the numbers never fall
    if (value <= expected || value > expected + MOST_SKIPPED) return false;
    expected = value;
  }
  return filled >= FEWEST_NUMBERED || (filled > 1 && filled === texts.length);
}
const NUMBERING_CELL = /^[([]?(\d{1,2}|[a-z])[.)\]]*(?: ?[=+\-*:x] ?.{1,12})?$/i;
const FEWEST_NUMBERED = 3;
const MOST_SKIPPED = 3;

/** Hints under a header: every filled cell in brackets, as "(16 digit)" and "(dd-mm-yyyy)". */
export function isHint(texts: readonly string[]): boolean {
  let filled = 0;
  for (const text of texts) {
    if (text === "") continue;
    if (!/^[([].*[)\]]\.?$/.test(text)) return false;
    filled++;
  }
  return filled > 0;
}

/** Rows to learn from: more than one text, no numbering or hints. */
export function looksLikeData(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== "").length > 1 && !isNumbering(texts) && !isHint(texts);
}

/** JUMLAH, TOTAL, sub totals. */
export function isTotal(first: string): boolean {
  return /^(SUB ?|GRAND ?)?(JUMLAH|TOTAL|JML|REKAPITULASI)\b/i.test(first.replace(/^[\W_]+/, ""));
}

/** What is counted, where a name belongs: "Laki-laki", "JUMLAH". */
export function isCounted(name: string): boolean {
  return /^(?:SUB ?|GRAND ?)?(?:JUMLAH|TOTAL|JML|LAKI\W?LAKI|PEREMPUAN|PRIA|WANITA)[\W\d]*$/i.test(name);
}

/**
 * What stands in a signature block: who signs, where and when, and the signer's NIP.
 * @param asOf reference date, yyyymmdd: tells the day of signing from a birth date.
 */
export function isSignature(texts: readonly string[], asOf: number): boolean {
  return texts.some((text) => isSigner(text) || isPlaceAndDay(text, asOf));
}

export function isSigner(text: string): boolean {
  return SIGNATURE.test(text);
}
const SIGNATURE =
  /^\W*((YANG )?(MENGETAHUI|MENYETUJUI|DIKETAHUI|DISETUJUI|DISAHKAN|MEMBUAT|MENGESAHKAN)\b|DIBUAT (OLEH|DI)\b|DITETAPKAN DI\b|A\.?N\.? (BUPATI|KEPALA|SEKRETARIS|WALI ?KOTA|GUBERNUR)\b|(PLT|PLH|PJ)\b\.?|KEPALA (DINAS|BADAN|BAGIAN|BIDANG|KANTOR|SEKOLAH|UPTD?|PUSKESMAS|SUB|SEKSI|BKPSDM|SATUAN)\b|CAMAT\b|LURAH\b|BUPATI\b|WALI ?KOTA\b|GUBERNUR\b|SEKRETARIS (DAERAH|DINAS|BADAN)\b|PEJABAT (PEMBINA|YANG)\b|TTD\b|TANDA TANGAN\b|NIP(?:TT|PPPK)?\b\W*\d*|NUPTK\b|NIK\W*\d{6}|PEMBINA\b|PENATA\b|PANGKAT\b)/i;

/** "Muara Beliti, 12 Januari 2025" */
function isPlaceAndDay(text: string, asOf: number): boolean {
  if (!/\d{4}\W*$/.test(text)) return false;
  const { place, date } = splitPlaceAndDate(text);
  // whoever was "born" later than anybody on the lists has signed
  return place !== "" && wholeYears(cleanBirthDate(date, { order: "dmy", asOf }).packed, asOf) < YOUNGEST;
}

/** Titles, page marks and notes, which name no office. Words that are names as well need a number or a colon. */
export function isTitle(text: string): boolean {
  return TITLE.test(text) || DOUBTFUL_TITLE.test(text);
}
const TITLE =
  /^\W*(DAFTAR|LAMPIRAN|PEMERINTAH|PEMERINTAHAN|PEMKAB|PEMKOT|REKAP|TAHUN|PERIODE|HALAMAN|PAGE|TENTANG|CATATAN|KETERANGAN|KET|SUMBER|DICETAK|NB|LAPORAN|FORMULIR)\b/i;
const DOUBTFUL_TITLE = /^\W*(DATA|BULAN|HAL|NO|NOMOR|TANGGAL|SURAT|JALAN|JL|ALAMAT|TELP|TELEPON)\b.*[\d:]/i;

/** A remark below a table or a page: "*) belum punya e-KTP", "- data sementara", "dst.". */
export function isRemark(text: string): boolean {
  const words = withoutNumeral(text.replace(REMARK_MARK, ""));
  if (isTitle(words) || /^(?:DST|DAN SETERUSNYA)\b/i.test(words)) return true;
  return REMARK_MARK.test(text) && !isUnitName(words);
}
const REMARK_MARK = /^\(?[*†‡•#\u2013-]+\)?\s*/;

/** An address, which begins like an office: "Kecamatan Kec. Tugumulyo, Kabupaten Kab. Musi Rawas". */
export function isAddress(text: string): boolean {
  return /^(?:KECAMATAN|KELURAHAN|DESA)\b[^,]*,.*\b(?:KAB|KABUPATEN|KOTA|PROV|PROVINSI)\b/i.test(text);
}

/** Whether a text names an office of the kind persons are listed under. */
export function isUnitName(text: string): boolean {
  return UNIT.test(withoutNumeral(text));
}
const UNIT =
  /^(DINAS|BADAN|KANTOR|BAGIAN|SEKRETARIAT|INSPEKTORAT|SATUAN|SATPOL|KECAMATAN|KELURAHAN|DESA|UPTD?|UPT|PUSKESMAS|PUSKESDES|PUSTU|RUMAH SAKIT|RSUD?|RSKD|KLINIK|LABORATORIUM|SEKOLAH|SDN?|SMPN?|SMAN?|SMKN?|SLB|TKN?|PAUD|SKB|KORWIL|BIDANG|SEKSI|SUB ?BAGIAN|SUBBAG|SUB ?BIDANG|UNIT|BLUD|BKPSDM|BKD|BAPPEDA|BPKAD|BPBD|BALAI|DPRD|OPD|SKPD)\b/i;

/** An office named behind its label, as in a letterhead: "OPD : DINAS KESEHATAN", in one cell or in several. */
export function labelledUnit(texts: readonly string[]): string | null {
  const filled = texts.filter((text) => text !== "");
  const [label, ...rest] =
    filled.length === 2 && isUnitLabel(filled[0]!) ? filled : filled.join(" ").split(":");
  const unit = rest.join(":").replace(/^[\s:]+/, "");
  return label !== undefined && unit !== "" && isUnitLabel(label) && readHeader(unit) === null ? unit : null;
}

function isUnitLabel(text: string): boolean {
  return readHeader(text)?.meaning === "unit";
}

/** "A. DINAS KESEHATAN", "II DINAS KESEHATAN" without the numeral in front. */
export function withoutNumeral(text: string): string {
  return text.replace(/^(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})[.)]+ ?|^(?:[IVX]{1,5}|[A-Z]) (?=\S{3})/, "").trim();
}

/** A Roman numeral or a letter in front of a group; persons are numbered 1 2 3. */
export function isGroupNumeral(text: string): boolean {
  return /^(?:[IVXLC]{1,6}|[A-Z])[.)]*$/i.test(text);
}
