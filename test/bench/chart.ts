/**
 * The chart of the README: how long each program takes against csv-parse merely parsing the same files. Plain SVG
 * on a ground of its own, so that it reads on a light page and on a dark one; every bar has its figure in words.
 */
import type { SizeResult } from "./sizes.ts";
import { grouped, times } from "./table.ts";

const WIDTH = 760;
const LEFT = 230;
const RIGHT = 70;
const TOP = 76;
const BAR = 20;
const BAR_STEP = 26;
const GROUP_HEAD = 28;
const GROUP_GAP = 14;
const BOTTOM = 34;
/** The axis never ends before this, so that 1 has room on both sides. */
const LEAST_AXIS = 1.5;

const STYLE = `
  .ground { fill: #ffffff; stroke: #d0d7de; }
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
  .title { font-size: 16px; font-weight: 600; }
  .size { font-weight: 600; }
  .figure { paint-order: stroke; stroke: #ffffff; stroke-width: 5; }
  .quiet { fill: #59636e; }
  .cocok { fill: #0b7285; }
  .other { fill: #868e96; }
  .one { stroke: #c2410c; stroke-width: 1.5; stroke-dasharray: 4 3; }
  .one-label { fill: #c2410c; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; stroke: #30363d; }
    text { fill: #e6edf3; }
    .figure { stroke: #0d1117; }
    .quiet { fill: #9198a1; }
    .cocok { fill: #3bc9db; }
    .other { fill: #8b949e; }
    .one { stroke: #ffa94d; }
    .one-label { fill: #ffa94d; }
  }`;

interface Bar {
  readonly name: string;
  readonly ratio: number;
}

export function chart(results: readonly SizeResult[]): string {
  const groups = results
    .filter(({ clean }) => !clean)
    .map(({ people, programs }) => ({
      label: `${grouped(people)} × ${grouped(people)} rows`,
      bars: programs
        .filter(({ quality }) => quality !== null)
        .map(({ name, timeRatio }): Bar => ({ name, ratio: timeRatio })),
    }));
  const longest = Math.max(LEAST_AXIS, ...groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio)));
  const x = (ratio: number) => LEFT + (ratio / longest) * (WIDTH - LEFT - RIGHT);

  const parts: string[] = [];
  let y = TOP;
  for (const { label, bars } of groups) {
    parts.push(text(24, y + 17, "size", label));
    y += GROUP_HEAD;
    for (const { name, ratio } of bars) {
      const kind = name.startsWith("cocok") ? "cocok" : "other";
      parts.push(text(LEFT - 10, y + 15, "", name, "end"));
      parts.push(
        `<rect class="${kind}" x="${LEFT}" y="${y}" width="${fixed(x(ratio) - LEFT)}" height="${BAR}" rx="2"/>`,
      );
      parts.push(text(x(ratio) + 8, y + 15, "figure", times(ratio)));
      y += BAR_STEP;
    }
    y += GROUP_GAP;
  }
  const height = y + BOTTOM;
  const one = fixed(x(1));
  const ruler = [
    `<line class="one" x1="${one}" x2="${one}" y1="${TOP - 4}" y2="${y}"/>`,
    text(x(1), y + 18, "one-label", "1 = csv-parse merely parsing", "middle"),
  ];

  const title = "Time to reconcile, against csv-parse merely parsing the two files";
  const spoken = groups.map(
    ({ label, bars }) => `${label}: ${bars.map(({ name, ratio }) => `${name} ${times(ratio)}`).join("; ")}.`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title spoken">
<title id="title">${title}</title>
<desc id="spoken">${spoken.join(" ")}</desc>
<style>${STYLE}
</style>
<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>
${text(24, 34, "title", title)}
${text(24, 56, "quiet", "Shorter is faster. Median, in the same run, on the same files.")}
${[...ruler, ...parts].join("\n")}
</svg>
`;
}

function text(x: number, y: number, style: string, words: string, anchor = "start"): string {
  const styled = style === "" ? "" : ` class="${style}"`;
  return `<text x="${fixed(x)}" y="${y}"${styled} text-anchor="${anchor}">${words}</text>`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}
