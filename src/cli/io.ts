/** What the program touches of the world around it: streams, environment, interruption. `process` fits. */

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  on?(event: "error", listener: (error: Error) => void): unknown;
}

/** What asks the program to stop: Ctrl-C, the system, and a window that is closed. */
export const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
export type Signal = (typeof STOP_SIGNALS)[number];

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env?: Readonly<Record<string, string | undefined>>;
  once?(event: Signal, listener: () => void): unknown;
  removeListener?(event: Signal, listener: () => void): unknown;
}

/** Columns where the output has none to tell, as a pipe or some terminals that report 0. */
const DEFAULT_WIDTH = 80;

/** Narrower than this nothing is laid out: such a terminal is left to break lines itself. */
const NARROWEST_WIDTH = 40;

/** Columns to lay out for. */
export function widthOf(output: Output): number {
  return Math.max(columnsOf(output), NARROWEST_WIDTH);
}

/** Columns there are, however few. */
export function columnsOf(output: Output): number {
  const columns = output.isTTY === true ? (output.columns ?? 0) : 0;
  return columns > 0 ? columns : DEFAULT_WIDTH;
}
