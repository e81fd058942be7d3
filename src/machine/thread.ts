/**
 * A thread that is asked and answers, one question after the other: what it needs beforehand it is told, and what goes
 * wrong in it is thrown where the answer is awaited.
 */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type TransferListItem, Worker } from "node:worker_threads";

/** Questions that wait with a thread: it goes on with the next while whoever asks is busy. */
const MOST_QUESTIONS = 2;

/** A thread keeps next to nothing of what it makes on its way. */
const YOUNG_MEGABYTES = 8;

interface Question {
  readonly answer: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

export class Thread<Task> {
  private readonly worker: Worker;
  /** Asked and not yet answered, in their order. */
  private questions: Question[] = [];
  private failure: unknown = null;
  private isDismissed = false;

  /**
   * @param entry module that listens, without its extension, beside the caller's
   * @param caller `import.meta.url`
   */
  constructor(entry: string, caller: string) {
    const module = new URL(`${entry}${extname(fileURLToPath(caller))}`, caller);
    this.worker = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
    this.worker.on("message", (value: unknown) => {
      this.questions.shift()?.answer(value);
      this.rest();
    });
    const lose = (error: unknown): void => {
      this.failure ??= error;
      for (const question of this.questions.splice(0)) question.fail(this.failure);
      this.rest();
    };
    this.worker.on("error", lose);
    this.worker.on("messageerror", lose);
    this.worker.on("exit", () => lose(new Error("a thread ended before its work")));
    this.rest();
  }

  /**
   * So many threads, or as many as the machine gives: containers and accounts may be held to few.
   * @param start one
   */
  static asMany<T>(count: number, start: () => T): T[] {
    const threads: T[] = [];
    try {
      while (threads.length < count) threads.push(start());
    } catch {
      // those that there are do the work
    }
    return threads;
  }

  /** It has enough to do for now. */
  get isBusy(): boolean {
    return this.questions.length >= MOST_QUESTIONS;
  }

  /** @param transfer buffers of the task that the caller needs no more */
  tell(task: Task, transfer: readonly TransferListItem[] = []): void {
    this.worker.postMessage(task, transfer);
  }

  /**
   * @throws whatever went wrong in the thread
   */
  ask<T>(task: Task, transfer: readonly TransferListItem[] = []): Promise<T> {
    if (this.failure !== null) return Promise.reject(this.failure);
    return new Promise<T>((resolve, reject) => {
      // a task that cannot be told is no question, or the next answer would be taken for its own
      this.tell(task, transfer);
      this.questions.push({ answer: (value) => resolve(value as T), fail: reject });
      this.worker.ref();
    });
  }

  /** Ends the thread, whatever it is at: an answer still awaited never comes. */
  async dismiss(): Promise<void> {
    this.isDismissed = true;
    this.questions = [];
    await this.worker.terminate();
  }

  /** A thread with nothing to answer does not keep the program alive, but for the end of it that somebody waits for. */
  private rest(): void {
    if (this.questions.length === 0 && !this.isDismissed) this.worker.unref();
  }
}
