/** Why a row of a file was not used, as rejected.csv and the reports say it: the reason and what to do about it. */
import type { RejectionReason } from "../input/judged-rows.ts";
import type { Bilingual } from "./sentence.ts";

export const REJECTION_SENTENCES: Readonly<Record<RejectionReason, Bilingual>> = {
  no_identity: {
    id: "Baris ini tidak memuat nama, juga tidak nomor identitas beserta tanggal lahir, sehingga tidak jelas siapa orangnya. Lengkapi di berkas asal.",
    en: "This row has neither a name nor an identifier with a birth date, so it is not clear who it is. Complete it in the original file.",
  },
  ragged: {
    id: "Isi baris ini tidak di bawah judul kolomnya: jumlah kolomnya lain, atau isinya bergeser. Periksa pemisah kolomnya.",
    en: "The cells of this row do not stand under their headers: there are too many or too few, or they have shifted. Check its delimiters.",
  },
  open_quote: {
    id: "Tanda kutip di baris ini dibuka tetapi tidak ditutup. Perbaiki tanda kutipnya di berkas asal.",
    en: "A quotation mark in this row is opened and never closed. Mend it in the original file.",
  },
  uncomputed: {
    id: "Baris ini berisi rumus yang belum dihitung, jadi isinya terbaca kosong. Buka berkas asal di Excel dan simpan.",
    en: "This row holds a formula that nobody has computed, so that it reads as empty. Open the original file in Excel and save it.",
  },
  unreadable: {
    id: "Baris ini rusak dan tidak terbaca. Simpan ulang berkas dari program asalnya.",
    en: "This row is damaged and cannot be read. Save the file again from the program it came from.",
  },
};
