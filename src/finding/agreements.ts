/**
 * Judgements remembered. Most rows of a roster agree with all they are held against, and what is said of such a row
 * depends on nothing but the levels on which it agrees and the sources it is in. So each such pattern is judged once,
 * as any other case, and the judgement holds for all rows of the pattern: unchanged people cost a line in a table,
 * not a page of evidence.
 *
 * Whatever can make a row different has no pattern: other rows of the roster that have to do with it, more than one
 * candidate, answers, an identifier, a name or a birth date that is not whole. Hints decide nothing and are no obstacle:
 * what is odd about the NIK itself, and the documents and lists that a person is not in. A property test holds what is
 * remembered equal to what `judge` says of every row.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { NO_PLACE_NUMBER, type People } from "../input/people.ts";
import { STATUSES } from "../input/status.ts";
import { prefetched } from "../machine/memory.ts";
import { levelOf, type PackedLevels } from "../match/levels.ts";
import type { WeighedLinks } from "../match/links.ts";
import type { Case } from "./case.ts";
import type { FindingCode } from "./codes.ts";
import { codesOf, type Finding, ROSTER } from "./findings.ts";
import type { Gatherer, Reconciled } from "./gather.ts";

/** What is said of every row of one pattern. */
export interface RememberedJudgement
  extends Pick<Case, "verdict" | "action" | "rule" | "facts" | "proposed" | "documents" | "route"> {
  /** Judgements are numbered from 0 in the order they are made. */
  readonly number: number;
  /** How each source's row agrees, in the order of the plan; null where the person is not in the source. */
  readonly levels: readonly (PackedLevels | null)[];
  /** The sources that it is worth a hint not to be in, and the codes of these hints. */
  readonly absences: readonly Absence[];
  readonly absentCodes: readonly FindingCode[];
}

export interface Absence {
  readonly source: string;
  readonly code: FindingCode;
}

/** Rows that agree so far on the same; each source is one step further. */
interface Pattern {
  readonly next: Map<number, Pattern>;
  /** Undefined until a row of the pattern has been judged; null where something is found. */
  judgement: RememberedJudgement | null | undefined;
}

const SAME_IDENTIFIER = IDENTIFIER_LEVEL.exact;
/** Records that are read ahead together; a few cache lines of each are to stay until they are needed. */
export const RECORDS_AHEAD = 128;
/** Bytes that are read at once. */
const CACHE_LINE = 64;
const NO_LINKS: readonly WeighedLinks[] = [];
/** The step of a source that the person is not in. */
const ABSENT = -1;

export class Agreements {
  private readonly people: People;
  private readonly gatherer: Gatherer;
  /** Null where no row of the run has a pattern. */
  private readonly links: readonly WeighedLinks[] | null;
  private readonly judge: (index: number) => Case;
  private readonly start: Pattern = { next: new Map(), judgement: undefined };
  private made = 0;
  private readonly count: number;
  private readonly aheadRows = new Uint32Array(RECORDS_AHEAD);
  private readonly aheadCells = new Uint32Array(RECORDS_AHEAD);

  /** @param judge judges a record the ordinary way */
  constructor({ roster, sources }: Reconciled, gatherer: Gatherer, judge: (index: number) => Case) {
    this.people = roster.people;
    this.count = roster.count;
    this.gatherer = gatherer;
    this.judge = judge;
    // the pairs themselves are looked at, which answers are not
    const links = sources.flatMap((source) => source.links.weighed ?? []);
    this.links = roster.identifiers.kind === "nik" && links.length === sources.length ? links : null;
  }

  /** What is said of a record about which nothing is found; null of any that may be otherwise. */
  judgementOf(index: number): RememberedJudgement | null {
    const pattern = this.patternOf(index);
    if (pattern === null) return null;
    if (pattern.judgement === undefined) pattern.judgement = this.remembered(this.judge(index));
    return pattern.judgement;
  }

  /**
   * Touches what is kept in the sources of the records from `index` on. It stands in the order of the source, so each
   * record's is far from the next: asked for together, many such places are waited for once.
   */
  readAhead(index: number): void {
    const end = Math.min(index + RECORDS_AHEAD, this.count);
    let touched = 0;
    for (const link of this.links ?? NO_LINKS) {
      const { store } = link;
      const { aheadRows, aheadCells } = this;
      let ahead = 0;
      for (let i = index; i < end; i++) {
        const pair = store.firstPair(i);
        if (pair < 0) continue;
        touched += link.pairProbability(pair);
        aheadRows[ahead++] = store.pairSourceRow(pair);
      }
      const { kept } = store;
      const { packedCells } = kept;
      for (let i = 0; i < ahead; i++) {
        const row = aheadRows[i]!;
        touched += kept.file(row) + kept.row(row) + kept.statusNumber(row);
        aheadCells[i] = packedCells.start(row);
      }
      const { buffer } = packedCells;
      const last = buffer.length - 1;
      for (let i = 0; i < ahead; i++) {
        const start = aheadCells[i]!;
        touched += buffer[start]! + buffer[Math.min(start + CACHE_LINE, last)]!;
      }
    }
    prefetched(touched);
  }

  private patternOf(index: number): Pattern | null {
    const { people, links } = this;
    if (links === null || !people.hasSoundNik(index) || people.date(index) === 0) return null;
    // whether an empty name is a gap depends on the columns of its file
    if (people.wordCount(index) === 0 || this.gatherer.concernsOthers(index)) return null;
    let pattern = follow(this.start, emptyFields(people, index));
    for (let s = 0; s < links.length; s++) {
      const link = links[s]!;
      const { store } = link;
      const pair = plainLink(link, index);
      if (pair >= 0) {
        const status = store.kept.statusNumber(store.pairSourceRow(pair));
        pattern = follow(pattern, store.pairLevels(pair) * STATUSES.length + status);
      } else if (store.firstPair(index) < 0) {
        pattern = follow(pattern, ABSENT);
      } else {
        return null;
      }
    }
    return pattern;
  }

  /** The judgement of a case without what is its row's alone; null where a finding says more than a hint. */
  private remembered(judged: Case): RememberedJudgement | null {
    const { evidence, findings, verdict, action, rule, facts, proposed, documents, route } = judged;
    if (facts.differing.length > 0) return null;
    const absences: Finding[] = [];
    for (const finding of findings) {
      if (isAbsence(finding, evidence.roster.cells.name)) absences.push(finding);
      // what is odd about the NIK is asked of every row anew
      else if (finding.source !== ROSTER || finding.severity !== "hint") return null;
    }
    const levels = evidence.sources.map(({ link }) => link?.levels ?? null);
    return {
      number: this.made++,
      verdict,
      action,
      rule,
      facts,
      proposed,
      documents,
      route,
      levels,
      absences: absences.map(({ source, code }) => ({ source, code })),
      absentCodes: codesOf(absences),
    };
  }
}

/**
 * The pair that links a record with certainty, where nobody else in the source carries the record's identifier and no
 * other row is taken into account therefore; −1 where there is no such pair.
 */
export function plainLink(links: WeighedLinks, index: number): number {
  if (links.status(index) !== "linked") return -1;
  const { store } = links;
  let best = store.firstPair(index);
  for (let pair = store.nextPair(best); pair >= 0; pair = store.nextPair(pair)) {
    const isBetter = links.pairProbability(pair) > links.pairProbability(best);
    if (levelOf(store.pairLevels(isBetter ? best : pair), "nik") === SAME_IDENTIFIER) return -1;
    if (isBetter) best = pair;
  }
  return best;
}

function follow(pattern: Pattern, step: number): Pattern {
  let next = pattern.next.get(step);
  if (next === undefined) {
    next = { next: new Map(), judgement: undefined };
    pattern.next.set(step, next);
  }
  return next;
}

/** Which of the fields that may be empty are, as bits: levels do not tell on which side a value is missing. */
function emptyFields(people: People, index: number): number {
  return (people.placeNumber(index) === NO_PLACE_NUMBER ? 1 : 0) | (people.sex(index) === 0 ? 2 : 0);
}

/** A hint that names the person and nothing of a source: there is no row of theirs in it. */
function isAbsence(finding: Finding, name: string): boolean {
  return (
    finding.source !== ROSTER &&
    finding.severity === "hint" &&
    finding.sourceRow === 0 &&
    finding.rosterValue === name &&
    finding.sourceValue === ""
  );
}
