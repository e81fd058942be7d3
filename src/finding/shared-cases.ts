/**
 * The cases of a run as another thread gets them: the same memory, looked at once more. Nobody writes to it any more
 * when there are cases, so that any thread can judge any of them and comes to the same.
 */
import type { SourcePlan } from "../config/plan.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import type { RowContext } from "../input/record.ts";
import { AnswerLinks } from "../match/answer-links.ts";
import type { DuplicateGroup } from "../match/duplicate-groups.ts";
import type { DuplicatePair } from "../match/duplicates.ts";
import {
  keyMakerFrom,
  rosterFrom,
  type SharedRoster,
  type ShownPeople,
  sharePeople,
  shareRoster,
} from "../match/roster.ts";
import type { SharedLinks } from "../match/shared-links.ts";
import { SourceLinks } from "../match/source-links.ts";
import { CaseNumbers, type SharedCaseNumbers } from "./case-id.ts";
import { Cases } from "./cases.ts";
import type { JudgingSettings } from "./compared-fields.ts";
import type { CaseFile, LinkedSource } from "./gather.ts";

interface SharedFile {
  readonly path: string;
  readonly context: Omit<RowContext, "field"> & { readonly kind: IdentifierKind };
  readonly hasIdentifierColumn: boolean;
  readonly hasNameColumn: boolean;
  readonly hasBirthDateColumn: boolean;
}

interface SharedSource {
  readonly plan: SourcePlan;
  readonly files: readonly SharedFile[];
  readonly links: SharedLinks;
}

export interface SharedCases {
  readonly people: ShownPeople;
  readonly roster: SharedRoster;
  readonly rosterFiles: readonly SharedFile[];
  readonly sources: readonly SharedSource[];
  readonly duplicates: readonly DuplicateGroup[];
  readonly shared: readonly DuplicatePair[];
  readonly leading: JudgingSettings["leading"];
  readonly numbers: SharedCaseNumbers;
}

export function shareCases({ reconciled, leading, numbers }: Cases): SharedCases {
  const { roster, rosterFiles, sources, duplicates, shared } = reconciled;
  return {
    people: sharePeople(roster.keyMaker),
    roster: shareRoster(roster),
    rosterFiles: rosterFiles.map(shareFile),
    sources: sources.map(({ plan, files, links }) => ({
      plan,
      files: files.map(shareFile),
      links: links.shared(),
    })),
    duplicates,
    shared,
    leading,
    numbers: numbers.shared(),
  };
}

export function casesFrom(cases: SharedCases): Cases {
  const { people, roster, rosterFiles, sources, duplicates, shared, leading, numbers } = cases;
  const reconciled = {
    roster: rosterFrom(roster, keyMakerFrom(people)),
    rosterFiles: rosterFiles.map(fileFrom),
    sources: sources.map(sourceFrom),
    duplicates,
    shared,
  };
  return new Cases(reconciled, leading, CaseNumbers.from(numbers));
}

function shareFile(file: CaseFile): SharedFile {
  const { field, ...context } = file.context;
  return {
    path: file.path,
    context: { kind: field.kind, ...context },
    hasIdentifierColumn: file.hasIdentifierColumn,
    hasNameColumn: file.hasNameColumn,
    hasBirthDateColumn: file.hasBirthDateColumn,
  };
}

function fileFrom({ context, ...file }: SharedFile): CaseFile {
  const { kind, ...others } = context;
  return { ...file, context: { field: identifierField(kind), ...others } };
}

function sourceFrom({ plan, files, links }: SharedSource): LinkedSource {
  return {
    plan,
    files: files.map(fileFrom),
    links: links.kind === "weighed" ? SourceLinks.from(links) : AnswerLinks.from(links),
  };
}
