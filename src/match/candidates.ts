/**
 * What is kept of a source while it streams by: for every roster record its best few candidate pairs, in typed
 * arrays, and the cells of just those source rows. Memory follows the roster, not the source.
 */
import { readStatus, STATUSES, type Status, type StatusReader } from "../input/status.ts";
import { GrowingUint32, TextPool } from "../text/pool.ts";
import type { Comparison, PackedLevels } from "./comparison.ts";
import { packCells, type RawCells, unpackCells } from "./people.ts";

/** Candidates kept per roster record; more equally good ones than this are a tie anyway. */
export const MOST_CANDIDATES = 6;
const NONE = 0xffffffff;

/** One candidate pair, taken out of the store for reading. */
export interface Candidate {
  readonly sourceRow: number;
  /** Levels against the roster's own values: what findings are made of. */
  readonly levels: PackedLevels;
  /** Levels of the reading (own or confirmed) that the weight was taken from. */
  readonly weighed: PackedLevels;
  readonly termBits: number;
  /** Bit set of KEY_KINDS that found the pair. */
  readonly keys: number;
}

export class CandidateStore {
  private readonly heads: Uint32Array;
  private next = new GrowingUint32();
  private sourceRows = new GrowingUint32();
  private levels = new GrowingUint32();
  private weighed = new GrowingUint32();
  private terms = new GrowingUint32();
  private keys = new GrowingUint32();
  private strengths = new GrowingUint32();

  private files = new GrowingUint32();
  private rows = new GrowingUint32();
  private cells = new TextPool();
  private statuses = new GrowingUint32();
  private used = 0;

  private readonly readStatus: StatusReader;

  /** @param statusReader what the source's status texts mean */
  constructor(rosterCount: number, statusReader: StatusReader = readStatus) {
    this.readStatus = statusReader;
    this.heads = new Uint32Array(rosterCount).fill(NONE);
  }

  /** Number of source rows kept, dropped ones included. */
  get sourceRowCount(): number {
    return this.rows.length;
  }

  addSourceRow(file: number, row: number, cells: RawCells): number {
    this.files.push(file);
    this.cells.push(packCells(cells));
    this.statuses.push(STATUSES.indexOf(this.readStatus(cells.status)));
    return this.rows.push(row);
  }

  file(sourceRow: number): number {
    return this.files.at(sourceRow);
  }

  row(sourceRow: number): number {
    return this.rows.at(sourceRow);
  }

  /** What its status column says against the person. */
  status(sourceRow: number): Status {
    return STATUSES[this.statuses.at(sourceRow)]!;
  }

  cellsOf(sourceRow: number): RawCells {
    return unpackCells(this.cells.get(sourceRow));
  }

  /** Orders source rows by what stands in them, so that equals have an order that is not the file's. */
  compareCells(a: number, b: number): number {
    const [textA, textB] = [this.cells.get(a), this.cells.get(b)];
    return textA < textB ? -1 : textA > textB ? 1 : 0;
  }

  /** True when a pair of this strength would be kept: asked before its source row is stored. */
  wants(roster: number, strength: number): boolean {
    const code = codeOf(strength);
    let count = 0;
    for (let at = this.heads[roster]!; at !== NONE; at = this.next.at(at)) {
      count++;
      if (this.strengths.at(at) <= code) return true;
    }
    return count < MOST_CANDIDATES;
  }

  /**
   * Keeps a pair, pushing out the weakest when there are too many. Of equally strong pairs the one whose source
   * row reads first is kept, so that the order of rows does not show.
   */
  add(roster: number, pair: Candidate, strength: number): void {
    const code = codeOf(strength);
    let count = 0;
    let weakest = NONE;
    for (let at = this.heads[roster]!; at !== NONE; at = this.next.at(at)) {
      count++;
      if (weakest === NONE || this.isWeaker(at, weakest)) weakest = at;
    }
    let at: number;
    if (count < MOST_CANDIDATES) {
      at = this.used++;
      for (const column of [
        this.next,
        this.sourceRows,
        this.levels,
        this.weighed,
        this.terms,
        this.keys,
        this.strengths,
      ])
        column.push(0);
      this.next.set(at, this.heads[roster]!);
      this.heads[roster] = at;
    } else {
      const kept = this.strengths.at(weakest);
      if (kept > code) return;
      if (kept === code && this.compareCells(this.sourceRows.at(weakest), pair.sourceRow) <= 0) return;
      at = weakest;
    }
    this.sourceRows.set(at, pair.sourceRow);
    this.levels.set(at, pair.levels);
    this.weighed.set(at, pair.weighed);
    this.terms.set(at, Math.round(pair.termBits * TERM_SCALE));
    this.keys.set(at, pair.keys);
    this.strengths.set(at, code);
  }

  each(roster: number, visit: (pair: Candidate) => void): void {
    for (let at = this.heads[roster]!; at !== NONE; at = this.next.at(at)) visit(this.pairAt(at));
  }

  /** The candidates kept for a roster record, in no particular order. */
  of(roster: number): Candidate[] {
    const pairs: Candidate[] = [];
    for (let at = this.heads[roster]!; at !== NONE; at = this.next.at(at)) {
      pairs.push(this.pairAt(at));
    }
    return pairs;
  }

  eachSourceRow(roster: number, visit: (sourceRow: number) => void): void {
    for (let at = this.heads[roster]!; at !== NONE; at = this.next.at(at)) visit(this.sourceRows.at(at));
  }

  /** Replaces what the pairs of a roster record are weighed by, where `weigh` gives something. */
  reweigh(roster: number, weigh: (pair: Candidate) => Comparison | null): void {
    for (let at = this.heads[roster]!; at !== NONE; at = this.next.at(at)) {
      const weighed = weigh(this.pairAt(at));
      if (weighed === null) continue;
      this.weighed.set(at, weighed.levels);
      this.terms.set(at, Math.round(weighed.termBits * TERM_SCALE));
    }
  }

  private pairAt(at: number): Candidate {
    return {
      sourceRow: this.sourceRows.at(at),
      levels: this.levels.at(at),
      weighed: this.weighed.at(at),
      termBits: this.terms.at(at) / TERM_SCALE,
      keys: this.keys.at(at),
    };
  }

  private isWeaker(a: number, b: number): boolean {
    const x = this.strengths.at(a);
    const y = this.strengths.at(b);
    if (x !== y) return x < y;
    return this.compareCells(this.sourceRows.at(a), this.sourceRows.at(b)) > 0;
  }
}

/** Bits of evidence are kept as integers: 1/1024 bit apart, offset so that they are never negative. */
const TERM_SCALE = 1024;
const STRENGTH_OFFSET = 1024;

function codeOf(strength: number): number {
  return Math.max(0, Math.round((strength + STRENGTH_OFFSET) * TERM_SCALE));
}
