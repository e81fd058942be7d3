/**
 * Damage done to lists: what disks, mail gateways, editors and ill will do to bytes. A damaged list is a pure
 * function of the corpus, the seed and its number, so that any of them can be made again.
 */
import { zip } from "../input/workbook.ts";
import { Chance, type Roll } from "../quality/generator/random.ts";
import type { Corpus, Parts } from "./corpus.ts";

type Damage = (bytes: Buffer, roll: Roll, corpus: Corpus) => Buffer;

/** Pieces that mean something to a reader of tables, where they have no place. */
const MARKS = [
  ...[
    '"',
    '""',
    '";"',
    '"\n',
    "'",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\0\0\0\0",
    "\uFEFF",
    "\u200B",
  ],
  ...[
    ";;;;;;;;;;;;;;;;",
    "sep=;\n",
    "sep=\0\n",
    "NIK;Nama;Tanggal Lahir\n",
    "JUMLAH;3",
    "1;2;3;4;5;6;7\n",
    "é",
    "\u{1F600}",
  ],
  ...[
    "1,60509E+15",
    "31-02-1990",
    "00-00-0000",
    "#N/A",
    "DINAS KESEHATAN\n",
    "Mengetahui,",
    "<!DOCTYPE a [",
    "<c/>",
    "&#0;",
  ],
  ...["&amp;", "<![CDATA[", "<!--", "PK\x03\x04", "PK\x05\x06", "\x1F\x8B", "\xFF\xFE", "\xD0\xCF\x11\xE0"],
].map((mark) => Buffer.from(mark));

/** Longest repetition, so that time or memory that grows faster than the file shows. */
const MOST_REPEATED = 200_000;

const at = (bytes: Buffer, roll: Roll): number => roll.below(bytes.length + 1);

/** Two positions, mostly near each other. */
function stretch(bytes: Buffer, roll: Roll): [number, number] {
  const from = at(bytes, roll);
  const length = roll.chance(0.8) ? roll.below(60) : roll.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + length)];
}

function insert(bytes: Buffer, position: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, position), piece, bytes.subarray(position)]);
}

function randomBytes(roll: Roll, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => roll.below(256)));
}

const DAMAGES: readonly Damage[] = [
  // bits and bytes
  (bytes, roll) => {
    const flipped = Buffer.from(bytes);
    for (let i = roll.below(8); i >= 0 && flipped.length > 0; i--) {
      const position = roll.below(flipped.length);
      flipped[position] = flipped[position]! ^ (1 << roll.below(8));
    }
    return flipped;
  },
  (bytes, roll) => insert(bytes, at(bytes, roll), randomBytes(roll, 1 + roll.below(40))),
  // cut off, cut out, twice, moved
  (bytes, roll) => bytes.subarray(0, at(bytes, roll)),
  (bytes, roll) => {
    const [from, to] = stretch(bytes, roll);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, roll) => {
    const [from, to] = stretch(bytes, roll);
    return insert(bytes, at(bytes, roll), bytes.subarray(from, to));
  },
  // glued to another list
  (bytes, roll, { files }) => {
    const other = roll.pick(files);
    return Buffer.concat([bytes.subarray(0, at(bytes, roll)), other.subarray(at(other, roll))]);
  },
  // marks
  (bytes, roll) => insert(bytes, at(bytes, roll), roll.pick(MARKS)),
  (bytes, roll) => {
    let marked = bytes;
    for (let i = roll.below(12); i >= 0; i--) marked = insert(marked, at(marked, roll), roll.pick(MARKS));
    return marked;
  },
  // one character everywhere for another
  (bytes, roll) => {
    const [from, to] = [roll.pick(MARKS), roll.pick(MARKS)];
    return Buffer.from(
      bytes.toString("latin1").replaceAll(from.toString("latin1"), to.toString("latin1")),
      "latin1",
    );
  },
  // written in another encoding, or half of it
  (bytes, roll) => encoded(bytes, roll),
  (bytes, roll) => {
    const position = at(bytes, roll);
    return Buffer.concat([bytes.subarray(0, position), encoded(bytes.subarray(position), roll)]);
  },
  // endless
  (bytes, roll) => {
    const mark = roll.chance(0.5) ? roll.pick(MARKS) : randomBytes(roll, 1);
    const times = Math.ceil(roll.below(MOST_REPEATED) / Math.max(1, mark.length));
    return roll.chance(0.05)
      ? insert(bytes, at(bytes, roll), Buffer.alloc(times * mark.length, mark))
      : bytes;
  },
];

function encoded(bytes: Buffer, roll: Roll): Buffer {
  const text = bytes.toString(roll.chance(0.8) ? "utf8" : "latin1");
  const marked = roll.chance(0.5) ? `\uFEFF${text}` : text;
  const wide = Buffer.from(marked, "utf16le");
  return roll.pick([wide, Buffer.from(wide).swap16(), Buffer.from(text, "latin1"), Buffer.from(marked)]);
}

/** Of all damaged lists, those made of nothing but chance, and those damaged inside a sound archive. */
const RANDOM_SHARE = 0.03;
const INSIDE_SHARE = 0.15;

/** The damaged list with this number. */
export function damagedList(corpus: Corpus, seed: number, number: number): Buffer {
  const roll = new Chance(seed, "damage").at(number);
  if (roll.chance(RANDOM_SHARE)) return randomBytes(roll, roll.below(2000));
  if (roll.chance(INSIDE_SHARE)) return zip(damagedParts(corpus, roll));
  return damaged(roll.pick(corpus.files), roll, corpus);
}

function damaged(bytes: Buffer, roll: Roll, corpus: Corpus): Buffer {
  let worse = bytes;
  do worse = roll.pick(DAMAGES)(worse, roll, corpus);
  while (roll.chance(0.5));
  return worse;
}

function damagedParts(corpus: Corpus, roll: Roll): Parts {
  const parts = [...roll.pick(corpus.workbooks)];
  const victim = roll.below(parts.length);
  const [name, content] = parts[victim]!;
  parts[victim] = [name, damaged(content, roll, corpus)];
  return parts;
}
