/** The order of texts by their code units: the same on every machine, which no locale's is. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
