/** Streams and signals that remember, in place of the real ones. */
import type { Io, Output, Signal } from "../../src/cli/io.ts";

export interface FakeOutput extends Output {
  text: string;
  readonly listeners: ((error: Error) => void)[];
}

export interface FakeIo extends Io {
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  /** As if the user pressed Ctrl-C. */
  interrupt(): void;
}

/** @param terminal columns of a terminal; absent: pipes */
export function fakeIo(terminal?: number, env: Io["env"] = {}): FakeIo {
  const waiting = new Map<Signal, () => void>();
  return {
    stdout: fakeOutput(terminal),
    stderr: fakeOutput(terminal),
    env,
    once: (signal, listener) => waiting.set(signal, listener),
    removeListener: (signal) => waiting.delete(signal),
    interrupt: () => waiting.get("SIGINT")?.(),
  };
}

export function fakeOutput(terminal?: number): FakeOutput {
  return {
    text: "",
    listeners: [],
    ...(terminal === undefined ? {} : { isTTY: true, columns: terminal }),
    write(text) {
      this.text += text;
      return true;
    },
    on(_event, listener) {
      this.listeners.push(listener);
    },
  };
}
