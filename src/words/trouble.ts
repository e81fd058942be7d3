/**
 * What to tell a user who can mend it: what is wrong, in which file and row, what to do. Written for a clerk at a
 * personnel office; no code, no stack, no word of the program's insides.
 *
 * To add a code: its line in `trouble.ts` or `config/problem.ts`, its sentence here; the compiler asks for it.
 */
import type { SettingProblem, Shape } from "../config/problem.ts";
import type { ForeignFormat } from "../input/format.ts";
import type { RejectionReason } from "../input/judged-rows.ts";
import type { ArchiveFault } from "../input/zip.ts";
import type { Problem, TroubleCode } from "../trouble.ts";
import { roleLabel } from "./comparison.ts";
import { formatCount } from "./number.ts";
import { withoutNumbers, withoutPersonal } from "./personal.ts";
import { printable, printablePath, quotable } from "./printable.ts";
import { REJECTION_SENTENCES } from "./rejection.ts";
import type { Bilingual, Language, Sentence } from "./sentence.ts";

/** The facts of a problem as text that is safe to print; absent where the problem has no such fact. */
type Facts = Readonly<Record<string, string | undefined>>;

const SHAPE_WORDS: Readonly<Record<Shape, Bilingual>> = {
  text: { id: "teks di antara tanda kutip", en: "a text in quotation marks" },
  switch: { id: "true atau false, tanpa tanda kutip", en: "true or false, without quotation marks" },
  number: { id: "bilangan, tanpa tanda kutip", en: "a number, without quotation marks" },
  texts: { id: 'daftar teks, seperti ["a", "b"]', en: 'a list of texts, such as ["a", "b"]' },
  remark: { id: "teks atau daftar teks", en: "a text or a list of texts" },
  object: { id: "sekelompok isian di antara { dan }", en: "a group of entries between { and }" },
  files: { id: "nama berkas atau daftar nama berkas", en: "a file name or a list of file names" },
  input: {
    id: 'nama berkas, daftar nama berkas, atau { "files": …, "map": … }',
    en: 'a file name, a list of file names, or { "files": …, "map": … }',
  },
};

function shapeWords(shape: string | undefined, language: Language): string {
  return SHAPE_WORDS[(shape ?? "object") as Shape][language];
}

/** Where a setting stands: a flag, or a file and the path in it. */
const AT: Sentence<Facts> = {
  id: ({ file, path }) => (file === undefined ? `${path}` : path === "" ? file : `${file}, bagian “${path}”`),
  en: ({ file, path }) => (file === undefined ? `${path}` : path === "" ? file : `${file}, at “${path}”`),
};

/** A file that was given for the roster or a source. */
const FILE: Sentence<Facts> = {
  id: ({ file, role }) =>
    role === undefined ? `Berkas ${file}` : `Berkas ${file} (${roleLabel(role, "id")})`,
  en: ({ file, role }) => (role === undefined ? `File ${file}` : `File ${file} (${roleLabel(role, "en")})`),
};

/** How to name all lists of a folder at once, where it was given for one: of a configuration there is but one. */
const ALL_OF_FOLDER: Sentence<Facts> = {
  id: (f) => (f["role"] === undefined ? "" : `; semuanya sekaligus dengan pola, misalnya "${patternIn(f)}"`),
  en: (f) => (f["role"] === undefined ? "" : `; all at once by a pattern, such as "${patternIn(f)}"`),
};

function patternIn({ file = "" }: Facts): string {
  return `${file.replace(/[\\/]+$/, "")}/*.xlsx`;
}

/** What `--map` calls what a file was given for. */
function nameOf({ role = "roster" }: Facts): string {
  return role;
}

/** What is wrong with an XLSX file, and what to do about it. */
const ARCHIVE_WORDS: Readonly<Record<ArchiveFault, Bilingual>> = {
  not_a_workbook: {
    id: "bukan buku kerja Excel yang berisi lembar. Buka di Excel, lalu simpan sebagai XLSX atau CSV.",
    en: "is not an Excel workbook with sheets in it. Open it in Excel and save it as XLSX or CSV.",
  },
  binary_workbook: {
    id: "adalah buku kerja biner (XLSB). Buka di Excel, lalu simpan sebagai XLSX.",
    en: "is a binary workbook (XLSB). Open it in Excel and save it as XLSX.",
  },
  open_document: {
    id: "adalah lembar kerja OpenDocument (ODS). Buka di LibreOffice atau Excel, lalu simpan sebagai XLSX.",
    en: "is an OpenDocument spreadsheet (ODS). Open it in LibreOffice or Excel and save it as XLSX.",
  },
  text_document: {
    id: "adalah dokumen Word atau sejenisnya. Salin tabelnya ke Excel, beri kolom NIK format teks lebih dulu, lalu simpan sebagai XLSX.",
    en: "is a document of Word or the like. Copy its table into Excel, with the NIK column formatted as text beforehand, and save it as XLSX.",
  },
  zip_archive: {
    id: "adalah arsip ZIP. Keluarkan isinya, lalu sebutkan berkas di dalamnya.",
    en: "is a ZIP archive. Unpack it and name the file in it.",
  },
  damaged_archive: {
    id: "rusak: tidak utuh atau tidak tersusun seperti XLSX. Minta berkasnya lagi, atau buka di Excel dan simpan ulang.",
    en: "is damaged: incomplete, or not put together as XLSX is. Ask for it again, or open it in Excel and save it anew.",
  },
  encrypted: {
    id: "dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan ulang.",
    en: "is locked with a password. Open it in Excel, remove the password and save it again.",
  },
  too_large: {
    id: "terlalu besar untuk sebuah daftar orang. Hapus gambar dan lembar lain, atau simpan lembarnya sebagai CSV.",
    en: "is too large for a list of people. Remove pictures and other sheets, or save the sheet as CSV.",
  },
  suspicious_archive: {
    id: "tersusun tidak wajar, seperti berkas yang dibuat untuk merusak, jadi tidak dibuka. Pastikan pengirimnya, lalu minta lembarnya sebagai CSV.",
    en: "is put together in a way that only harmful files are, so it was not opened. Make sure who sent it and ask for the sheet as CSV.",
  },
};

function rejectionWords(reason: string | undefined, language: Language): string {
  return (REJECTION_SENTENCES[reason as RejectionReason] ?? REJECTION_SENTENCES.unreadable)[language];
}

/** What a file is that holds no table to read, and what to do about it. */
const FOREIGN_WORDS: Readonly<Record<ForeignFormat, Bilingual>> = {
  web_page: {
    id: "adalah halaman web (HTML), apa pun akhiran namanya. Buka di Excel, periksa apakah NIK-nya masih utuh, lalu simpan sebagai XLSX.",
    en: "is a web page (HTML), whatever the ending of its name. Open it in Excel, check that the NIKs are still whole, and save it as XLSX.",
  },
  excel_xml: {
    id: "adalah buku kerja XML (Excel 2003). Buka di Excel, lalu simpan sebagai XLSX.",
    en: "is an XML workbook (Excel 2003). Open it in Excel and save it as XLSX.",
  },
  old_excel: {
    id: "adalah buku kerja Excel lama (XLS). Buka di Excel, lalu simpan sebagai XLSX.",
    en: "is an old Excel workbook (XLS). Open it in Excel and save it as XLSX.",
  },
  locked_office: {
    id: "dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, lalu simpan sebagai XLSX.",
    en: "is locked with a password. Open it in Excel, remove the password and save it as XLSX.",
  },
  old_word: ARCHIVE_WORDS.text_document,
  old_office: {
    id: "bukan buku kerja yang dapat dibaca. Buka di Excel, lalu simpan tanpa kata sandi sebagai XLSX.",
    en: "is no workbook that can be read. Open it in Excel and save it without a password as XLSX.",
  },
  rich_text: ARCHIVE_WORDS.text_document,
  pdf: {
    id: "adalah PDF. Minta daftar aslinya sebagai XLSX atau CSV; isi PDF tidak dibaca.",
    en: "is a PDF. Ask for the list itself as XLSX or CSV; what is in a PDF is not read.",
  },
  picture: {
    id: "adalah gambar. Minta daftar aslinya sebagai XLSX atau CSV; isi gambar tidak dibaca.",
    en: "is a picture. Ask for the list itself as XLSX or CSV; what is in a picture is not read.",
  },
  archive: {
    id: "adalah arsip (RAR, 7z, atau sejenisnya). Keluarkan isinya, lalu sebutkan berkas di dalamnya.",
    en: "is an archive (RAR, 7z or the like). Unpack it and name the file in it.",
  },
  database: {
    id: "adalah basis data (Access atau SQLite). Ekspor tabelnya dari program asalnya sebagai XLSX atau CSV.",
    en: "is a database (Access or SQLite). Export its table from the program it came from as XLSX or CSV.",
  },
  binary: {
    id: "bukan CSV, TSV, atau XLSX. Buka di program asalnya, lalu simpan sebagai XLSX atau CSV.",
    en: "is not CSV, TSV or XLSX. Open it in the program it came from and save it as XLSX or CSV.",
  },
};

function foreignWords(format = ""): Bilingual {
  return FOREIGN_WORDS[Object.hasOwn(FOREIGN_WORDS, format) ? (format as ForeignFormat) : "binary"];
}

function archiveWords(fault = "", language: Language): string {
  const known = Object.hasOwn(ARCHIVE_WORDS, fault) ? (fault as ArchiveFault) : "damaged_archive";
  return ARCHIVE_WORDS[known][language];
}

/** The operating system's own code, such as EACCES, in brackets: the one thing an administrator asks for. */
function systemCode(reason: string | undefined): string {
  return reason !== undefined && /^E[A-Z]+$/.test(reason) ? ` (${reason})` : "";
}

/** Words that were perhaps meant, separated by a comma; "" where nothing comes near. */
const MEANT: Sentence<string | undefined> = {
  id: (words) => (words ? ` Maksudnya ${words.replaceAll(", ", " atau ")}?` : ""),
  en: (words) => (words ? ` Did you mean ${words.replaceAll(", ", " or ")}?` : ""),
};

/** Headers as read. What was taken for a header may be a person's row, so its numbers are not repeated. */
const HEADERS: Sentence<Facts> = {
  id: ({ headers }) => (headers ? ` Judul kolom yang terbaca: ${withoutDigits(headers)}.` : ""),
  en: ({ headers }) => (headers ? ` Headers as read: ${withoutDigits(headers)}.` : ""),
};

function withoutDigits(headers: string): string {
  return quotable(headers.replace(/\d{2,}/g, (digits) => "#".repeat(digits.length)));
}

const SETTING_SENTENCES: Readonly<Record<SettingProblem, Sentence<Facts>>> = {
  unknown_command: {
    id: ({ value, suggestion }) =>
      `Perintah “${value}” tidak dikenal.${MEANT.id(suggestion)} Semua perintah: cocok --help`,
    en: ({ value, suggestion }) =>
      `There is no command “${value}”.${MEANT.en(suggestion)} All commands: cocok --help`,
  },
  unknown_option: {
    id: ({ value, suggestion, command }) =>
      `Pilihan ${value} tidak dikenal.${MEANT.id(suggestion)} Semua pilihan: ${command} --help`,
    en: ({ value, suggestion, command }) =>
      `There is no option ${value}.${MEANT.en(suggestion)} All options: ${command} --help`,
  },
  long_dash: {
    id: ({ value, suggestion }) =>
      `“${value}” diawali garis panjang, seperti yang dibuat Word. Ketik dua tanda hubung biasa: ${suggestion}`,
    en: ({ value, suggestion }) =>
      `“${value}” begins with a long dash, as Word makes it. Type two plain hyphens: ${suggestion}`,
  },
  value_missing: {
    id: ({ path, command }) => `Sesudah ${path} harus ada isinya. Contohnya ada di ${command} --help`,
    en: ({ path, command }) => `${path} must be followed by a value. For examples see ${command} --help`,
  },
  value_unexpected: {
    id: ({ path, value, command }) =>
      `${path} tidak memakai isi. Hapus “=${value}”. Semua pilihan: ${command} --help`,
    en: ({ path, value, command }) =>
      `${path} takes no value. Take “=${value}” out. All options: ${command} --help`,
  },
  argument_missing: {
    id: ({ value, command }) => `${value} belum disebutkan. Contohnya ada di ${command} --help`,
    en: ({ value, command }) => `${value} is missing. For examples see ${command} --help`,
  },
  argument_unexpected: {
    id: ({ value, command }) =>
      `“${value}” tidak jelas untuk apa: mungkin pilihan di depannya terlewat. Contohnya ada di ${command} --help`,
    en: ({ value, command }) =>
      `It is not clear what “${value}” is for: perhaps the option before it is missing. For examples see ${command} --help`,
  },
  list_parted: {
    id: ({ path, suggestion }) =>
      `Isi ${path} terbagi menjadi beberapa kata; PowerShell membaginya di setiap koma. Tulis di antara tanda kutip: ${path} "${suggestion}"`,
    en: ({ path, suggestion }) =>
      `The value of ${path} came in several words; PowerShell parts it at every comma. Write it in quotation marks: ${path} "${suggestion}"`,
  },
  wrong_type: {
    id: (f) => `${AT.id(f)}: isinya harus ${shapeWords(f["expected"], "id")}.`,
    en: (f) => `${AT.en(f)}: this must be ${shapeWords(f["expected"], "en")}.`,
  },
  unknown_key: {
    id: (f) =>
      `${AT.id(f)}: isian ini tidak dikenal.${MEANT.id(f["suggestion"])} Yang dikenal di sini: ${f["known"]}.`,
    en: (f) => `${AT.en(f)}: there is no such entry.${MEANT.en(f["suggestion"])} Known here: ${f["known"]}.`,
  },
  key_twice: {
    id: (f) =>
      `${AT.id(f)}: isian ini ditulis dua kali, di baris ${f["row"]} dan ${f["again"]}; hanya yang terakhir yang akan terbaca. Hapus salah satu, atau gabungkan keduanya.`,
    en: (f) =>
      `${AT.en(f)}: this is written twice, in lines ${f["row"]} and ${f["again"]}; only the last would be read. Take one out or put them together.`,
  },
  not_a_choice: {
    id: (f) =>
      `${AT.id(f)}: ${f["value"] ? `“${f["value"]}” tidak dikenal; ` : ""}pilih salah satu: ${f["choices"]}.`,
    en: (f) =>
      `${AT.en(f)}: ${f["value"] ? `“${f["value"]}” is not known; ` : ""}choose one of: ${f["choices"]}.`,
  },
  gap_in_list: {
    id: (f) => `${AT.id(f)}: salah satu bagiannya kosong. Tulis tanpa yang kosong: ${f["suggestion"]}.`,
    en: (f) => `${AT.en(f)}: a part of it is empty. Write it without: ${f["suggestion"]}.`,
  },
  empty: {
    id: (f) => `${AT.id(f)}: isinya kosong. Isi atau hapus.`,
    en: (f) => `${AT.en(f)}: this is empty. Fill it in or take it out.`,
  },
  source_name_malformed: {
    id: (f) =>
      `${AT.id(f)}: nama sumber “${f["name"]}” tidak dapat dipakai. Pakai huruf kecil, angka, - dan _ saja, diawali huruf, paling panjang 32.`,
    en: (f) =>
      `${AT.en(f)}: “${f["name"]}” cannot name a source. Use only small letters, digits, - and _, a letter first, 32 at most.`,
  },
  source_unknown: {
    id: (f) => `${AT.id(f)}: tidak ada sumber bernama “${f["name"]}”. Yang ada: ${f["known"]}.`,
    en: (f) => `${AT.en(f)}: there is no source named “${f["name"]}”. There are: ${f["known"]}.`,
  },
  mapped_twice: {
    id: (f) =>
      `${AT.id(f)}: kolom untuk ${f["name"]} disebut dua kali, “${f["header"]}” dan “${f["other"]}”. Hapus salah satu.`,
    en: (f) =>
      `${AT.en(f)}: the column for ${f["name"]} is named twice, “${f["header"]}” and “${f["other"]}”. Take one out.`,
  },
  source_without_files: {
    id: (f) =>
      `${AT.id(f)}: sumber “${f["name"]}” belum punya berkas. Tambahkan "files", atau hapus sumber ini.`,
    en: (f) => `${AT.en(f)}: source “${f["name"]}” has no file yet. Add "files", or take the source out.`,
  },
  not_of_a_listing: {
    id: (f) =>
      `${AT.id(f)}: isian ini hanya berlaku untuk sumber berjenis "listing", sedangkan “${f["name"]}” berjenis lain. Hapus isian ini, atau tulis "kind": "listing".`,
    en: (f) =>
      `${AT.en(f)}: this applies to sources of kind "listing" only, and “${f["name"]}” is of another kind. Take it out, or write "kind": "listing".`,
  },
  status_both_ways: {
    id: (f) =>
      `${AT.id(f)}: status “${f["value"]}” ada di "blocked" dan juga di "registered". Hapus salah satu.`,
    en: (f) => `${AT.en(f)}: status “${f["value"]}” is in "blocked" and in "registered" too. Take one out.`,
  },
  file_given_twice: {
    id: (f) =>
      `${AT.id(f)}: berkas ${f["given"]} diberikan dua kali, sehingga isinya terhitung ganda. Hapus salah satu.`,
    en: (f) => `${AT.en(f)}: file ${f["given"]} is given twice and would be counted twice. Take one out.`,
  },
  file_is_roster_and_source: {
    id: (f) =>
      `${AT.id(f)}: berkas ${f["given"]} diberikan sebagai daftar dan juga sebagai sumber “${f["name"]}”. Daftar tidak dapat diperiksa terhadap dirinya sendiri; ganti salah satunya.`,
    en: (f) =>
      `${AT.en(f)}: file ${f["given"]} is given as the roster and as source “${f["name"]}” too. A roster cannot be checked against itself; change one of them.`,
  },
  file_is_two_sources: {
    id: (f) =>
      `${AT.id(f)}: berkas ${f["given"]} diberikan sebagai sumber “${f["other"]}” dan juga sebagai “${f["name"]}”, sehingga akan menguatkan dirinya sendiri. Ganti salah satunya, atau sebutkan dengan --map kolom mana untuk masing-masing.`,
    en: (f) =>
      `${AT.en(f)}: file ${f["given"]} is given as source “${f["other"]}” and as “${f["name"]}” too and would confirm itself. Change one of them, or say with --map which columns are for which.`,
  },
  file_inside_out: {
    id: (f) =>
      `${AT.id(f)}: berkas ${f["given"]} berada di dalam folder ${f["out"]}, yang seluruh isinya akan diganti dengan hasil. Pindahkan berkas itu atau pilih folder lain untuk hasil.`,
    en: (f) =>
      `${AT.en(f)}: file ${f["given"]} lies in the results folder ${f["out"]}, which will be replaced as a whole. Move the file or choose another results folder.`,
  },
  out_holds_working_folder: {
    id: (f) =>
      `${AT.id(f)}: folder ${f["out"]} adalah folder kerja atau memuatnya, jadi tidak dapat diganti dengan hasil. Sebutkan folder tersendiri, misalnya hasil.`,
    en: (f) =>
      `${AT.en(f)}: folder ${f["out"]} is the working folder or holds it, and cannot be replaced by results. Name a folder of its own, such as hasil.`,
  },
};

const SETTING: Sentence<Facts> = {
  id: (f) => SETTING_SENTENCES[f["problem"] as SettingProblem].id(f),
  en: (f) => SETTING_SENTENCES[f["problem"] as SettingProblem].en(f),
};

const TROUBLE_SENTENCES: Readonly<Record<TroubleCode, Sentence<Facts>>> = {
  usage: SETTING,
  config_invalid: SETTING,
  working_folder_missing: {
    id: () =>
      "Folder kerja, tempat perintah ini dijalankan, sudah tidak ada. Pindah dulu ke folder lain (cd).",
    en: () =>
      "The working folder, in which this command was run, is no longer there. Change to another folder first (cd).",
  },
  no_roster: {
    id: () =>
      'Daftar yang akan diperiksa belum diberikan. Tambahkan --roster BERKAS, atau isi "roster" di cocok.config.json.',
    en: () => 'No roster was given. Add --roster FILE, or fill in "roster" in cocok.config.json.',
  },
  no_source: {
    id: () =>
      "Sumber pembanding belum diberikan. Tambahkan paling sedikit satu, misalnya --dukcapil BERKAS atau --ktp BERKAS.",
    en: () =>
      "No source to check against was given. Add at least one, such as --dukcapil FILE or --ktp FILE.",
  },
  unknown_field: {
    id: (f) => `${AT.id(f)}: isian “${f["field"]}” tidak dikenal. Yang dikenal: ${f["fields"]}.`,
    en: (f) => `${AT.en(f)}: there is no field “${f["field"]}”. There are: ${f["fields"]}.`,
  },
  map_malformed: {
    id: ({ value }) =>
      `--map: “${value}” belum lengkap. Tulis SUMBER.ISIAN=KOLOM, misalnya roster.nik="No KTP".`,
    en: ({ value }) =>
      `--map: “${value}” is not complete. Write SOURCE.FIELD=HEADER, such as roster.nik="No KTP".`,
  },
  map_unknown_column: {
    id: (f) =>
      `${FILE.id(f)} tidak punya kolom “${f["header"]}” yang diminta untuk ${f["field"]}.${HEADERS.id(f)}`,
    en: (f) =>
      `${FILE.en(f)} has no column “${f["header"]}”, which was asked for as ${f["field"]}.${HEADERS.en(f)}`,
  },
  map_several_columns: {
    id: (f) =>
      `${FILE.id(f)}: “${f["header"]}” yang diminta untuk ${f["field"]} adalah beberapa kolom. Hanya nama, tanggal lahir, dan jenis kelamin yang dapat terbagi atas beberapa kolom; sebutkan satu kolom saja.`,
    en: (f) =>
      `${FILE.en(f)}: “${f["header"]}”, which was asked for as ${f["field"]}, is several columns. Only a name, a birth date and a sex can be spread over several; name one.`,
  },
  source_malformed: {
    id: ({ value }) => `--source: “${value}” belum lengkap. Tulis NAMA=BERKAS, misalnya gaji=gaji.csv.`,
    en: ({ value }) => `--source: “${value}” is not complete. Write NAME=FILE, such as payroll=payroll.csv.`,
  },
  source_name_reserved: {
    id: (f) =>
      `${AT.id(f)}: nama sumber “${f["name"]}” sudah punya arti lain. ${f["name"] === "diploma" ? "Untuk ijazah pakai nama “ijazah”." : "Pilih nama lain."}`,
    en: (f) =>
      `${AT.en(f)}: the name “${f["name"]}” has another meaning already. ${f["name"] === "diploma" ? "For diplomas use the name “ijazah”." : "Choose another name."}`,
  },
  config_missing: {
    id: ({ file }) => `Berkas pengaturan ${file} tidak ada. Periksa nama dan foldernya.`,
    en: ({ file }) => `The configuration file ${file} does not exist. Check its name and folder.`,
  },
  config_not_json: {
    id: ({ file, row }) =>
      `Berkas pengaturan ${file} bukan JSON yang benar; periksa sekitar baris ${row}: tanda kutip, koma, kurung, dan \\ di dalam nama berkas (tulis / saja).`,
    en: ({ file, row }) =>
      `The configuration file ${file} is not correct JSON; look around line ${row}: quotation marks, commas, brackets, and \\ in file names (write / instead).`,
  },
  as_of_invalid: {
    id: (f) =>
      `${AT.id(f)}: “${f["reference"]}” bukan tanggal yang benar. Tulis TTTT-BB-HH, misalnya 2026-12-31.`,
    en: (f) => `${AT.en(f)}: “${f["reference"]}” is not a date. Write YYYY-MM-DD, such as 2026-12-31.`,
  },
  threads_invalid: {
    id: (f) =>
      `${AT.id(f)}: “${f["value"]}” bukan jumlah utas yang dapat dipakai. Tulis bilangan bulat dari ${f["fewest"]} sampai ${f["most"]}.`,
    en: (f) =>
      `${AT.en(f)}: “${f["value"]}” is no usable number of threads. Write a whole number from ${f["fewest"]} to ${f["most"]}.`,
  },
  config_exists: {
    id: ({ file }) =>
      `Berkas pengaturan ${file} sudah ada dan tidak diganti. Ganti namanya atau hapus dulu, lalu ulangi; atau pilih folder lain dengan --folder.`,
    en: ({ file }) =>
      `The configuration file ${file} exists and is left alone. Rename or delete it first and try again, or choose another folder with --folder.`,
  },
  config_unwritable: {
    id: ({ file, reason }) =>
      `Berkas pengaturan ${file} tidak dapat ditulis${systemCode(reason)}. Periksa hak tulis dan sisa ruang.`,
    en: ({ file, reason }) =>
      `The configuration file ${file} cannot be written${systemCode(reason)}. Check permissions and free space.`,
  },
  folder_missing: {
    id: ({ file }) => `Folder ${file} tidak ada. Periksa namanya.`,
    en: ({ file }) => `Folder ${file} does not exist. Check its name.`,
  },
  folder_is_file: {
    id: ({ file }) =>
      `${file} adalah berkas, bukan folder. Sebutkan folder tempat berkas itu dengan --folder.`,
    en: ({ file }) => `${file} is a file and not a folder. Name the folder that it is in with --folder.`,
  },
  folder_unreadable: {
    id: ({ file, reason }) => `Folder ${file} tidak dapat dibuka${systemCode(reason)}. Periksa hak bacanya.`,
    en: ({ file, reason }) =>
      `Folder ${file} cannot be opened${systemCode(reason)}. Check that you may read it.`,
  },
  folder_without_tables: {
    id: ({ file, others, folders }) =>
      `Di folder ${file === "." ? "ini" : file} tidak ada berkas CSV, TSV, atau XLSX. ${others ? `Buka ${others} di Excel atau LibreOffice, lalu simpan sebagai XLSX` : "Taruh daftar dan sumbernya di sana"}, atau sebutkan folder lain dengan --folder${folders ? `; yang berisi tabel: ${folders}` : ""}.`,
    en: ({ file, others, folders }) =>
      `There is no CSV, TSV or XLSX file in ${file === "." ? "this folder" : `folder ${file}`}. ${others ? `Open ${others} in Excel or LibreOffice and save as XLSX` : "Put the roster and its sources there"}, or name another folder with --folder${folders ? `; these hold tables: ${folders}` : ""}.`,
  },
  file_missing: {
    id: (f) => `${FILE.id(f)} tidak ada. Periksa nama dan foldernya.`,
    en: (f) => `${FILE.en(f)} does not exist. Check its name and folder.`,
  },
  file_name_unreadable: {
    id: (f) =>
      `${FILE.id(f)} tidak dapat dibuka: namanya memuat huruf yang tidak ditulis sebagai UTF-8. Ganti nama berkasnya.`,
    en: (f) =>
      `${FILE.en(f)} cannot be opened: its name has letters that are not written as UTF-8. Rename it.`,
  },
  file_pattern_unmatched: {
    id: (f) => `${FILE.id(f)}: tidak ada berkas yang cocok dengan pola ini. Periksa nama dan foldernya.`,
    en: (f) => `${FILE.en(f)}: no file fits this pattern. Check its name and folder.`,
  },
  file_is_directory: {
    id: (f) => `${FILE.id(f)} ternyata folder. Sebutkan berkas di dalamnya${ALL_OF_FOLDER.id(f)}.`,
    en: (f) => `${FILE.en(f)} is a folder. Name the file in it${ALL_OF_FOLDER.en(f)}.`,
  },
  file_unreadable: {
    id: (f) =>
      `${FILE.id(f)} tidak dapat dibaca${systemCode(f["reason"])}. Tutup dulu di program lain dan periksa hak bacanya.`,
    en: (f) =>
      `${FILE.en(f)} cannot be read${systemCode(f["reason"])}. Close it in other programs and check that you may read it.`,
  },
  file_not_stored: {
    id: (f) =>
      `${FILE.id(f)} bukan berkas yang tersimpan di disk, melainkan masukan dari program lain atau perangkat. Setiap berkas dibaca dua kali, jadi simpan dulu isinya sebagai berkas.`,
    en: (f) =>
      `${FILE.en(f)} is no file on a disk, but the output of a program or a device. Every file is read twice, so save it as a file first.`,
  },
  file_empty: {
    id: (f) => `${FILE.id(f)} kosong. Simpan ulang dari program asalnya.`,
    en: (f) => `${FILE.en(f)} is empty. Save it again from the program it came from.`,
  },
  file_no_rows: {
    id: (f) =>
      `${FILE.id(f)} tidak berisi satu baris orang pun di bawah judul kolom. Periksa apakah berkas dan lembarnya benar; bila daftarnya memang kosong, jangan sebutkan berkas ini.`,
    en: (f) =>
      `${FILE.en(f)} has no row with a person under its header. Check that it is the right file and sheet; if the list is empty indeed, leave this file out.`,
  },
  file_no_people: {
    id: (f) =>
      `${FILE.id(f)}: tidak satu baris pun terbaca sebagai orang. Baris ${f["row"]}: ${rejectionWords(f["reason"], "id")}`,
    en: (f) =>
      `${FILE.en(f)}: not one row could be read as a person. Row ${f["row"]}: ${rejectionWords(f["reason"], "en")}`,
  },
  file_foreign: {
    id: (f) => `${FILE.id(f)} ${foreignWords(f["format"]).id}`,
    en: (f) => `${FILE.en(f)} ${foreignWords(f["format"]).en}`,
  },
  file_is_open_mark: {
    id: (f) =>
      `${FILE.id(f)} bukan daftar, melainkan tanda bahwa ${f["given"]} sedang terbuka di program lain. Tutup buku kerja itu, atau tulis polanya di antara tanda kutip, seperti "*.xlsx": tanda itu lalu dilewati.`,
    en: (f) =>
      `${FILE.en(f)} is no list but the mark that ${f["given"]} is open in another program. Close that workbook, or write the pattern in quotation marks, such as "*.xlsx": the mark is then passed over.`,
  },
  file_archive: {
    id: (f) => `${FILE.id(f)} ${archiveWords(f["reason"], "id")}`,
    en: (f) => `${FILE.en(f)} ${archiveWords(f["reason"], "en")}`,
  },
  cells_uncomputed: {
    id: (f) =>
      `${FILE.id(f)}: kolom “${f["header"]}” berisi rumus yang belum dihitung, mulai baris ${f["row"]}, jadi isinya terbaca kosong. Buka di Excel, simpan, lalu jalankan lagi.`,
    en: (f) =>
      `${FILE.en(f)}: column “${f["header"]}” holds formulas that nobody has computed, from row ${f["row"]} on, so that it reads as empty. Open it in Excel, save it and run again.`,
  },
  sheet_missing: {
    id: (f) =>
      `${FILE.id(f)} tidak punya lembar “${f["sheet"]}”.${f["sheets"] ? ` Lembar yang ada: ${f["sheets"]}.` : " Sebutkan berkasnya saja, tanpa # dan nama lembar."}`,
    en: (f) =>
      `${FILE.en(f)} has no sheet “${f["sheet"]}”.${f["sheets"] ? ` Its sheets: ${f["sheets"]}.` : " Name the file alone, without # and a sheet."}`,
  },
  sheet_ambiguous: {
    id: (f) =>
      `${FILE.id(f)} punya lebih dari satu lembar berisi daftar orang: ${f["sheets"]}. Sebutkan lembarnya di belakang tanda #; semuanya sekaligus: ${f["choices"]}.`,
    en: (f) =>
      `${FILE.en(f)} has more than one sheet with a list of people: ${f["sheets"]}. Name the sheet behind a #; all at once: ${f["choices"]}.`,
  },
  columns_not_found: {
    id: (f) =>
      `${FILE.id(f)}: tidak ditemukan kolom nama, juga tidak kolom nomor identitas (NIK) beserta tanggal lahir.${HEADERS.id(f)} Sebutkan kolomnya dengan --map menurut judul atau huruf kolomnya, misalnya --map ${nameOf(f)}.name="Nama Lengkap" atau --map ${nameOf(f)}.name=B.`,
    en: (f) =>
      `${FILE.en(f)}: no column was found for the name, nor columns for identifier and birth date.${HEADERS.en(f)} Say which they are with --map, by header or by the column's letter, such as --map ${nameOf(f)}.name="Nama Lengkap" or --map ${nameOf(f)}.name=B.`,
  },
  cells_in_one_column: {
    id: (f) =>
      `${FILE.id(f)}: seluruh isi tiap baris ada di satu kolom, mulai baris ${f["row"]}, seperti CSV yang dibuka tanpa dipisah menurut kolomnya. Sebutkan berkas CSV aslinya; bila tidak ada lagi, simpan lembar itu sebagai CSV UTF-8 dan sebutkan CSV itu. Jangan memisahkannya di Excel dulu, karena angka terakhir NIK dapat hilang.`,
    en: (f) =>
      `${FILE.en(f)}: the whole of every row stands in one column, from row ${f["row"]} on, as in a CSV file that was opened without being parted into columns. Name the CSV file it came from; where that is gone, save the sheet as CSV UTF-8 and name that. Do not part it in Excel first, which can cost a NIK its last digit.`,
  },
  lists_side_by_side: {
    id: (f) =>
      `${FILE.id(f)} memuat dua daftar berdampingan: di kolom ${f["beside"]} ada nama lagi, nama orang lain daripada di kolom ${f["column"]}, dan orang itu tidak akan terbaca. Pindahkan daftar di kanan ke bawah daftar di kiri, atau ke lembar sendiri. Bila orang di kanan memang tidak perlu diperiksa, sebutkan kolom yang dipakai: --map ${nameOf(f)}.name=${f["column"]}.`,
    en: (f) =>
      `${FILE.en(f)} holds two lists side by side: column ${f["beside"]} has names again, of other people than column ${f["column"]}, and they would not be read. Move the list on the right below the one on the left, or to a sheet of its own. If those people need not be checked, say which column to use: --map ${nameOf(f)}.name=${f["column"]}.`,
  },
  person_in_two_rows: {
    id: (f) =>
      `${FILE.id(f)} memakai dua baris untuk setiap orang: nomornya ada di baris di bawah namanya (mulai baris ${f["row"]}), jadi tidak seorang pun akan bernomor. Buat satu baris untuk setiap orang: pindahkan nomor, dan apa pun yang ada di baris kedua, ke kolom sendiri di baris namanya, hapus baris kedua, lalu jalankan lagi.`,
    en: (f) =>
      `${FILE.en(f)} has two rows for every person: the number stands in the row below the name (from row ${f["row"]} on), so nobody would have one. Make it one row for each person: move the number, and what else is in the second row, to columns of their own beside the name, delete the second row, and run again.`,
  },
  answers_undeclared: {
    id: (f) =>
      `${FILE.id(f)} berisi jawaban Dukcapil (Sesuai, Tidak Sesuai), bukan data orang. Di berkas pengaturan (cocok.config.json; awalnya ditulis oleh cocok mulai), tulis "kind": "answers" untuk sumber ini, misalnya "sources": { "jawaban": { "files": "${f["file"]}", "kind": "answers" } }.`,
    en: (f) =>
      `${FILE.en(f)} holds answers of Dukcapil (Sesuai, Tidak Sesuai), not people's data. In the configuration (cocok.config.json; cocok init writes a first one), write "kind": "answers" for this source, such as "sources": { "jawaban": { "files": "${f["file"]}", "kind": "answers" } }.`,
  },
  answers_not_found: {
    id: (f) =>
      `${FILE.id(f)}: kolom NIK, dan kolom yang berisi jawaban (Sesuai, Tidak Sesuai) atau status, tidak ditemukan.${HEADERS.id(f)} Sebutkan kolomnya dengan --map, misalnya --map ${nameOf(f)}.name="Hasil Nama".`,
    en: (f) =>
      `${FILE.en(f)}: no column was found for the NIK, or for answers (Sesuai, Tidak Sesuai) or a status.${HEADERS.en(f)} Say which they are with --map, such as --map ${nameOf(f)}.name="Hasil Nama".`,
  },
  roster_too_large: {
    id: ({ count = "" }) =>
      `Daftar terlalu besar: sekali jalan paling banyak ${formatCount(Number(count), "id")} orang dengan 4 GB isi. Bagi daftarnya, misalnya per provinsi, lalu padankan satu per satu.`,
    en: ({ count = "" }) =>
      `The roster is too large: one run takes at most ${formatCount(Number(count), "en")} people with 4 GB of text. Split it, by province for instance, and reconcile one part at a time.`,
  },
  out_unwritable: {
    id: ({ out, reason }) =>
      `Folder ${out} tidak dapat ditulisi hasil${systemCode(reason)}. Periksa hak tulis dan sisa ruang, atau pilih folder lain dengan --out.`,
    en: ({ out, reason }) =>
      `The results folder ${out} cannot be written${systemCode(reason)}. Check permissions and free space, or choose another with --out.`,
  },
  out_not_a_run: {
    id: ({ out, entry }) =>
      entry === undefined
        ? `Folder ${out} sudah ada dan isinya bukan hasil cocok yang utuh, jadi tidak diganti. Pilih folder lain dengan --out.`
        : `Folder ${out} sudah ada dan berisi “${quotable(entry)}”, yang bukan hasil cocok, jadi tidak diganti. Pindahkan dulu isi itu, atau pilih folder lain dengan --out.`,
    en: ({ out, entry }) =>
      entry === undefined
        ? `Folder ${out} exists and does not hold the whole results of cocok, so it is left alone. Choose another with --out.`
        : `Folder ${out} exists and holds “${quotable(entry)}”, which is no result of cocok, so it is left alone. Move it away first, or choose another folder with --out.`,
  },
  out_is_file: {
    id: ({ out, file }) =>
      `Folder ${out} untuk hasil tidak dapat dibuat: ${file} adalah berkas, bukan folder. Pilih folder lain dengan --out.`,
    en: ({ out, file }) =>
      `The results folder ${out} cannot be made: ${file} is a file and not a folder. Choose another with --out.`,
  },
  out_link_broken: {
    id: ({ out, file }) =>
      `Folder ${out} untuk hasil tidak dapat dibuat: ${file} adalah tautan yang tidak menuju folder mana pun. Perbaiki atau hapus tautan itu, atau pilih folder lain dengan --out.`,
    en: ({ out, file }) =>
      `The results folder ${out} cannot be made: ${file} is a link that leads to no folder. Mend or delete the link, or choose another folder with --out.`,
  },
  out_workbook_open: {
    id: ({ out, file }) =>
      `${file} di folder ${out} sedang terbuka; tutup dulu, lalu ulangi. Atau pilih folder lain dengan --out.`,
    en: ({ out, file }) =>
      `${file} in folder ${out} is open; close it first and try again. Or choose another folder with --out.`,
  },
  out_in_use: {
    id: ({ out, reason }) =>
      `Folder ${out} tidak dapat diganti dengan hasil yang baru${systemCode(reason)}. Mungkin ada buku kerja di dalamnya yang masih terbuka: tutup dulu, lalu ulangi. Periksa juga hak tulis, atau pilih folder lain dengan --out.`,
    en: ({ out, reason }) =>
      `The results folder ${out} cannot be replaced${systemCode(reason)}. A workbook in it may still be open: close it first and try again. Check permissions too, or choose another folder with --out.`,
  },
  run_missing: {
    id: ({ out }) => `Folder ${out} tidak ada. Sebutkan folder yang ditulis cocok padankan.`,
    en: ({ out }) => `There is no results folder ${out}. Name a folder that cocok reconcile wrote.`,
  },
  run_not_a_run: {
    id: ({ out }) =>
      `${out} bukan folder hasil cocok: tidak ada summary.json yang utuh di dalamnya. Sebutkan folder yang ditulis cocok padankan.`,
    en: ({ out }) =>
      `${out} is not a results folder of cocok: there is no sound summary.json in it. Name a folder that cocok reconcile wrote.`,
  },
  table_unreadable: {
    id: ({ file }) =>
      `${file} tidak ada, tidak utuh, atau sudah diubah dengan program lain. Jalankan ulang cocok padankan dengan versi ini.`,
    en: ({ file }) =>
      `${file} is missing, incomplete or was changed by another program. Run cocok reconcile again with this version.`,
  },
  case_unknown: {
    id: ({ case: asked, suggestion, example }) =>
      `Kasus “${asked}” tidak ada di hasil ini.${MEANT.id(suggestion)} Nomor kasus ada di kolom pertama cases.csv; baris daftar juga dapat disebut, misalnya ${example}.`,
    en: ({ case: asked, suggestion, example }) =>
      `These results have no case “${asked}”.${MEANT.en(suggestion)} Case numbers stand in the first column of cases.csv; a row of the roster will do too, such as ${example}.`,
  },
  case_not_one: {
    id: ({ case: asked, choices }) =>
      `“${asked}” ada di beberapa berkas daftar. Sebutkan berkasnya, misalnya ${choices}.`,
    en: ({ case: asked, choices }) =>
      `“${asked}” is in several roster files. Name the file, such as ${choices}.`,
  },
};

/** Facts by which a file, what it was given for, a sheet of it or a case is recognised: dates stand in them, as those of copies do. */
const RECOGNISED: ReadonlySet<string> = new Set([
  "file",
  "role",
  "given",
  "others",
  "folders",
  "out",
  "entry",
  "sheet",
  "sheets",
  "case",
  "suggestion",
  "example",
  "choices",
]);

/** What was typed for the reference date: it is nobody's, and has to be seen to be mended. */
const REFERENCE_DATE = "reference";

/** One problem as one sentence or two, on one line. */
export function troubleSentence(problem: Problem, language: Language): string {
  const facts = Object.entries(problem.facts).map(([name, value]) => [name, printableFact(name, value)]);
  return TROUBLE_SENTENCES[problem.code][language](Object.fromEntries(facts));
}

/** Somebody's number or date, typed in the wrong place, is not repeated. */
function printableFact(name: string, value: string | number): string {
  // a number is a row or a count
  if (typeof value === "number") return String(value);
  if (RECOGNISED.has(name)) return printablePath(value);
  return printable(name === REFERENCE_DATE ? withoutNumbers(value) : withoutPersonal(value));
}
