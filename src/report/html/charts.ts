/** Bars as inline SVG. They repeat for the eye what stands beside them as a number, and are silent when read aloud. */
import { type Html, html } from "./template.ts";

export interface Segment {
  readonly value: number;
  /** Class that gives the colour, with a pattern of its own in print. */
  readonly tone: string;
}

/** Segments one behind the other, as shares of `whole`; an empty bar where there is nothing. */
export function bar(segments: readonly Segment[], whole: number): Html {
  let x = 0;
  const parts = segments.map(({ value, tone }) => {
    const width = whole === 0 ? 0 : (100 * value) / whole;
    const part =
      value === 0
        ? null
        : html`<rect class="${tone}" x="${places(x)}" width="${places(width)}" height="10"/>`;
    x += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** A thousandth of the bar is finer than any screen. */
function places(value: number): string {
  return String(Math.round(value * 10) / 10);
}
