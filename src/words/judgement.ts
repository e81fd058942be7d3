/**
 * The labels of a judgement: verdicts, actions, routes, documents, severities. Verdicts and actions are the
 * contract's; routes are worded as likely and never as legal advice (domain.md §6).
 */
import type { Action, Document, Route, Severity, Verdict } from "../finding/codes.ts";
import { forEachIdentifier } from "./identifier.ts";
import type { Bilingual } from "./sentence.ts";

export const VERDICT_LABELS: Readonly<Record<Verdict, Bilingual>> = {
  match: { id: "SESUAI", en: "MATCH" },
  clarify: { id: "PERLU KLARIFIKASI", en: "NEEDS CLARIFICATION" },
  mismatch: { id: "TIDAK SESUAI", en: "MISMATCH" },
  duplicate: { id: "GANDA", en: "DUPLICATE" },
  ambiguous: { id: "MERAGUKAN", en: "UNCERTAIN" },
  not_found: { id: "TIDAK DITEMUKAN", en: "NOT FOUND" },
};

export const ACTION_LABELS: Readonly<Record<Action, Bilingual>> = {
  interview: { id: "panggil", en: "call in" },
  review: { id: "telaah petugas", en: "officer's review" },
  refer_dukcapil: { id: "rujuk ke Disdukcapil", en: "refer to Disdukcapil" },
  refer_school: { id: "rujuk ke sekolah/Disdik", en: "refer to school/Disdik" },
  fix_roster: { id: "perbaiki daftar", en: "correct the roster" },
  register_bkn: { id: "daftarkan ke BKN", en: "register with BKN" },
  none: { id: "tidak perlu tindakan", en: "no action needed" },
};

export const ROUTE_LABELS: Readonly<Record<Route, Bilingual>> = {
  opd: {
    id: "kemungkinan jalur: perbaikan entri oleh OPD atau BKPSDM",
    en: "likely route: entry corrected by the agency (OPD) or BKPSDM",
  },
  dukcapil_correction: {
    id: "kemungkinan jalur: pembetulan di Disdukcapil",
    en: "likely route: correction at Disdukcapil (pembetulan)",
  },
  court_change: {
    id: "kemungkinan jalur: perubahan dengan penetapan pengadilan, lalu Disdukcapil",
    en: "likely route: change by court ruling (perubahan), then Disdukcapil",
  },
  school: {
    id: "kemungkinan jalur: surat keterangan kesalahan penulisan dari sekolah atau Dinas Pendidikan",
    en: "likely route: statement of a clerical error from the school or the education office (Disdik)",
  },
  bkn: {
    id: "kemungkinan jalur: pendaftaran atau perbaikan data di BKN",
    en: "likely route: registration or correction at BKN",
  },
};

/** Proper names of documents: the same in every language. */
export const DOCUMENT_NAMES: Readonly<Record<Document, string>> = {
  ktp_el: "KTP-el",
  kartu_keluarga: "Kartu Keluarga",
  akta_kelahiran: "Akta Kelahiran",
  ijazah: "Ijazah",
  sk_pengangkatan: "SK Pengangkatan",
};

export const SEVERITY_LABELS: Readonly<Record<Severity, Bilingual>> = {
  hint: { id: "petunjuk", en: "hint" },
  low: { id: "ringan", en: "low" },
  high: { id: "berat", en: "high" },
};

/** What an action asks of whom, for a reader who has not seen one of these reports before. */
export const ACTION_MEANINGS: Readonly<Record<Action, Bilingual>> = {
  interview: {
    id: "Orangnya perlu datang membawa dokumen.",
    en: "The person has to come and bring documents.",
  },
  review: {
    id: "Petugas menentukan padanan atau baris yang benar; orangnya belum perlu datang.",
    en: "An officer decides which match or row is right; nobody need come yet.",
  },
  refer_dukcapil: {
    id: "Yang perlu dibetulkan ada di Disdukcapil.",
    en: "What needs correcting is at Disdukcapil.",
  },
  refer_school: {
    id: "Yang perlu dibetulkan ada di ijazah.",
    en: "What needs correcting is the diploma.",
  },
  fix_roster: {
    id: "Salah tulis yang jelas; petugas memperbaikinya di daftar.",
    en: "A plain slip; a clerk corrects it in the roster.",
  },
  register_bkn: {
    id: "Datanya sama, tetapi belum ada di daftar BKN.",
    en: "Everything agrees, but the person is not on BKN's list.",
  },
  none: {
    id: "Semua data yang dibandingkan sama, atau hanya ada petunjuk.",
    en: "Everything compared agrees, or there are hints only.",
  },
};

/** What the rows of a group have in common, as duplicates.csv words it. */
export const DUPLICATE_REASON_LABELS = forEachIdentifier(
  ({ name }): Readonly<Record<string, Bilingual>> => ({
    same_nik: { id: `${name.id} sama`, en: `same ${name.en}` },
    near_nik: { id: `${name.id} mirip`, en: `similar ${name.en}` },
    same_name: { id: "nama sama", en: "same name" },
    near_name: { id: "nama mirip", en: "similar name" },
    same_birth_date: { id: "tanggal lahir sama", en: "same birth date" },
    shared_nik: { id: `${name.id} sama, orang berbeda`, en: `same ${name.en}, different people` },
  }),
);
