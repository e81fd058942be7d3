/**
 * Names of offices and schools of the regency: what stands in the unit column and on diplomas. It refuses to know
 * who works or studied there.
 */
import type { Sex } from "./names.ts";
import { HOME_DISTRICTS } from "./places.ts";
import type { Roll } from "./random.ts";

const AGENCIES = [
  "Dinas Pendidikan",
  "Dinas Kesehatan",
  "RSUD Dr. Sobirin",
  "Sekretariat Daerah",
  "Sekretariat DPRD",
  "Satuan Polisi Pamong Praja",
  "Dinas PU Bina Marga",
  "Dinas PU Cipta Karya",
  "Dinas Perhubungan",
  "Dinas Sosial",
  "Dinas Lingkungan Hidup",
  "Dinas Pertanian dan Peternakan",
  "Dinas Perkebunan",
  "Dinas Perikanan",
  "Dinas Kependudukan dan Pencatatan Sipil",
  "Dinas Pemberdayaan Masyarakat dan Desa",
  "Dinas Perpustakaan dan Kearsipan",
  "Dinas Komunikasi dan Informatika",
  "Badan Pendapatan Daerah",
  "Badan Pengelola Keuangan dan Aset Daerah",
  "BKPSDM",
  "Bappeda",
  "BPBD",
  "Inspektorat",
] as const;

const TOWNS = [...new Set(HOME_DISTRICTS.map(({ town }) => town))];
const PER_TOWN = ["Kantor Camat", "Puskesmas"] as const;
const SCHOOLS = [
  "SD Negeri",
  "SD Negeri",
  "SMP Negeri",
  "SD Negeri",
  "TK Negeri Pembina",
  "SMP Negeri",
] as const;

/** The number-th unit, from 0; no two share a name. */
export function unitName(number: number): string {
  if (number < AGENCIES.length) return AGENCIES[number]!;
  let rest = number - AGENCIES.length;
  if (rest < PER_TOWN.length * TOWNS.length) {
    return `${PER_TOWN[rest % PER_TOWN.length]} ${TOWNS[Math.floor(rest / PER_TOWN.length)]}`;
  }
  rest -= PER_TOWN.length * TOWNS.length;
  return `${SCHOOLS[rest % SCHOOLS.length]} ${1 + Math.floor(rest / TOWNS.length)} ${TOWNS[rest % TOWNS.length]}`;
}

/** Where somebody took the last diploma, and the title it gave. */
export interface Schooling {
  readonly school: string;
  /** "" below college. */
  readonly title: string;
}

interface College {
  readonly name: string;
  readonly titles: readonly string[];
}

const MIDWIVES: College = { name: "Akademi Kebidanan Lubuklinggau", titles: ["A.Md.Keb"] };
const COLLEGES: readonly College[] = [
  { name: "STKIP PGRI Lubuklinggau", titles: ["S.Pd"] },
  { name: "Universitas Terbuka", titles: ["S.Pd", "S.Pd", "S.IP", "S.E"] },
  { name: "Universitas Bengkulu", titles: ["S.Pd", "S.E", "S.H", "S.P", "S.Sos"] },
  { name: "Universitas Sriwijaya", titles: ["S.T", "S.KM", "S.E", "S.H", "S.Si"] },
  { name: "STIE Musi Rawas", titles: ["S.E"] },
  { name: "Sekolah Tinggi Agama Islam Bumi Silampari", titles: ["S.Pd.I", "S.Ag"] },
  { name: "STMIK Musi Rawas", titles: ["S.Kom", "A.Md"] },
  { name: "Poltekkes Kemenkes Palembang", titles: ["A.Md.Kep", "A.Md.Gz", "S.Tr.Kep"] },
];

export function schoolingOf(roll: Roll, sex: Sex): Schooling {
  const x = roll.fraction();
  if (x < 0.45) return { school: `SMA Negeri ${1 + roll.below(5)} ${roll.pick(TOWNS)}`, title: "" };
  if (x < 0.58) return { school: `SMK Negeri ${1 + roll.below(3)} ${roll.pick(TOWNS)}`, title: "" };
  if (x < 0.65)
    return { school: `Madrasah Aliyah Negeri ${1 + roll.below(2)} ${roll.pick(TOWNS)}`, title: "" };
  const college = sex === "P" && roll.chance(0.25) ? MIDWIVES : roll.pick(COLLEGES);
  return { school: college.name, title: roll.pick(college.titles) };
}
