/**
 * The configuration that `cocok init` starts somebody off with: what was recognised in a folder, every setting that
 * most will want to know of, and remarks that explain them. JSON has no comments; `"//"` stands in for them.
 */
import { OPTIONS } from "../config/options.ts";
import { REMARK } from "../config/schema.ts";
import { BUILT_IN_NAMES } from "../config/sources.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import type { GuessedRole, RoleGuess } from "../input/file-role.ts";
import type { FolderFile } from "../input/folder.ts";
import type { ArchiveFault } from "../input/zip.ts";
import type { Problem } from "../trouble.ts";
import { INIT_REMARKS, INIT_SENTENCES, unusedWords, type WhyUnused } from "../words/init.ts";
import { printable, quotable } from "../words/printable.ts";
import type { Language } from "../words/sentence.ts";

/** The source that files of answers make, which has no name of its own. */
const ANSWERS = { name: "jawaban", kind: "answers" } as const;

interface RecognisedFile extends RoleGuess {
  readonly name: string;
}

interface UnclearFile {
  readonly name: string;
  readonly why: WhyUnused;
}

/** A folder's files, sorted into those that are used and those that are not. */
export interface Sorted {
  readonly used: readonly RecognisedFile[];
  readonly unclear: readonly UnclearFile[];
  readonly identifier: IdentifierKind;
}

export function sortFiles(files: readonly FolderFile[]): Sorted {
  const used: RecognisedFile[] = [];
  const unclear: UnclearFile[] = [];
  for (const { name, guess } of files) {
    if ("role" in guess) used.push({ name, ...guess });
    else if ("doubt" in guess) unclear.push({ name, why: guess });
    else unclear.push({ name, why: guess.every(isOfFormat) ? "other_format" : "unusable" });
  }
  const rosters = new Set(used.filter(({ role }) => role === "roster").map(({ name }) => name));
  const kinds = files.filter(({ name }) => rosters.has(name)).map(({ identifier }) => identifier);
  const isNip = kinds.includes("nip") && !kinds.includes("nik");
  return { used, unclear, identifier: isNip ? "nip" : "nik" };
}

/** Whether another program could save the file so that it can be read. */
function isOfFormat({ code, facts }: Problem): boolean {
  return code === "file_foreign" || (code === "file_archive" && OTHER_WORKBOOKS.has(String(facts["reason"])));
}

/** Archives that a spreadsheet program opens. */
const OTHER_WORKBOOKS: ReadonlySet<string> = new Set<ArchiveFault>([
  "not_a_workbook",
  "binary_workbook",
  "open_document",
]);

/** As a remark, whose commands are for whoever works in the folder of the configuration. */
function unclearRemark(file: UnclearFile, language: Language): string {
  const unusable = INIT_REMARKS.unusable[language](printable(file.name));
  const reason = unusedWords(file.why, unusable, language);
  return INIT_REMARKS.unclear[language]({ file: quotable(file.name), reason });
}

/**
 * @param schema what `"$schema"` says
 * @returns the text of the file
 */
export function startingConfiguration(
  { used, unclear, identifier }: Sorted,
  schema: string,
  language: Language,
): string {
  const { roster, asOf, out, lang } = OPTIONS;
  const filesOf = (wanted: GuessedRole): string[] =>
    used.filter(({ role }) => role === wanted).map(({ name }) => name);
  const setting = (key: string, help: Readonly<Record<Language, string>>): string =>
    INIT_REMARKS.setting[language]({ key, help: help[language] });
  const rosterFiles = filesOf("roster");
  const sources: (readonly [string, object])[] = BUILT_IN_NAMES.flatMap((name) => {
    const files = filesOf(name);
    return files.length === 0 ? [] : [[name, { [REMARK]: OPTIONS[name].help[language], files }] as const];
  });
  const answers = filesOf(ANSWERS.kind);
  if (answers.length > 0)
    sources.push([
      ANSWERS.name,
      { [REMARK]: INIT_REMARKS.answers[language], files: answers, kind: ANSWERS.kind },
    ]);
  const configuration = {
    $schema: schema,
    [REMARK]: [
      INIT_REMARKS.origin[language],
      INIT_REMARKS.remarks[language],
      INIT_REMARKS.columns[language],
      ...(rosterFiles.length === 0 ? [INIT_SENTENCES.noRoster[language]] : []),
      ...(sources.length === 0 ? [INIT_SENTENCES.noSource[language]] : []),
      ...unclear.map((file) => unclearRemark(file, language)),
      ...(unclear.length === 0 ? [] : [INIT_SENTENCES.place[language]]),
      setting("identifier", OPTIONS.identifier.help),
      setting("asOf", asOf.help),
      setting("lang", lang.help),
      setting("out", out.help),
    ],
    ...(rosterFiles.length === 0 ? {} : { roster: { [REMARK]: roster.help[language], files: rosterFiles } }),
    ...(sources.length === 0 ? {} : { sources: Object.fromEntries(sources) }),
    identifier,
    asOf: asOf.default,
    lang: language,
    out: out.default,
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}
