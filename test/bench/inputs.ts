/**
 * The files the benchmark works on, generated once into a cache folder and found there by later runs. A change of
 * the generator gives them another folder, so that no run measures yesterday's files.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "../quality/generator/generate.ts";
import { addAddresses } from "./addresses.ts";
import { type BenchInputs, FILE_NAMES } from "./files.ts";
import { harden } from "./hard-shapes.ts";

/** What files are wanted. */
export interface Shape {
  /** People in the roster. */
  readonly people: number;
  /** Rows of the registry, about; at least as many as people. */
  readonly sourceRows: number;
  /** Nothing is wrong; only the writing differs. */
  readonly clean?: boolean;
  /** With the rows that make naive matching slow (hard-shapes.ts). */
  readonly hard?: boolean;
}

type RowCounts = Pick<BenchInputs, "rosterRows" | "sourceRows">;

const SEED = 1;
/** Stands in a folder that is complete. */
const FACTS = "inputs.json";

export class InputCache {
  private readonly folder: string;
  private readonly say: (text: string) => void;

  /** @param say is told what takes a while */
  constructor(folder: string, say: (text: string) => void = () => {}) {
    this.folder = folder;
    this.say = say;
  }

  /** Whether nothing would have to be generated. */
  has(shape: Shape): boolean {
    return existsSync(path.join(this.folderOf(shape), FACTS));
  }

  async get(shape: Shape): Promise<BenchInputs> {
    const folder = this.folderOf(shape);
    if (!this.has(shape)) {
      this.say(`generating ${nameOf(shape)}`);
      const unfinished = `${folder}.unfinished`;
      rmSync(unfinished, { recursive: true, force: true });
      const counts =
        shape.hard === true ? await this.makeHard(shape, unfinished) : await make(shape, unfinished);
      writeFileSync(path.join(unfinished, FACTS), JSON.stringify(counts));
      renameSync(unfinished, folder);
    }
    const counts = JSON.parse(readFileSync(path.join(folder, FACTS), "utf8")) as RowCounts;
    const at = (file: keyof typeof FILE_NAMES) => path.join(folder, FILE_NAMES[file]);
    return { roster: at("roster"), source: at("source"), truth: at("truth"), ...counts };
  }

  private async makeHard(shape: Shape, folder: string): Promise<RowCounts> {
    const ordinary = await this.get({ ...shape, hard: false });
    await harden(ordinary, folder);
    return { rosterRows: ordinary.rosterRows, sourceRows: ordinary.sourceRows };
  }

  private folderOf(shape: Shape): string {
    return path.join(this.folder, `${nameOf(shape)}-${makers()}`);
  }
}

async function make({ people, sourceRows, clean }: Shape, folder: string): Promise<RowCounts> {
  const lists = { ktp: false, ijazah: false, bkn: false };
  const options = { seed: SEED, people, folder, rosterFiles: 1, registryRows: sourceRows, ...lists };
  const { counts } = await generate({ ...options, clean: clean === true });
  await addAddresses(folder);
  return { rosterRows: counts.rosterRows, sourceRows: counts.dukcapilRows };
}

function nameOf({ people, sourceRows, clean, hard }: Shape): string {
  return [`${people}x${sourceRows}`, ...(clean ? ["clean"] : []), ...(hard ? ["hard"] : [])].join("-");
}

/** Eight characters that change with the modules that make the files. */
function makers(): string {
  const own = new URL(".", import.meta.url);
  const generator = new URL("../quality/generator/", own);
  const modules = [
    ...readdirSync(generator).map((name) => new URL(name, generator)),
    ...readdirSync(own)
      .filter((name) => /^(?:addresses|files|hard-shapes|rewrite)\./.test(name))
      .map((name) => new URL(name, own)),
  ];
  const hash = createHash("sha256");
  for (const module of modules) hash.update(readFileSync(module));
  return hash.digest("hex").slice(0, 8);
}
