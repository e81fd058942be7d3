/**
 * Many short texts in few large buffers: a national roster as JavaScript strings would be millions of heap
 * objects. Texts are appended once and read back by number; nothing is ever changed in place.
 */

const FIRST_BYTES = 1 << 16;

/** Grows by doubling; `view()` is exactly as long as what was pushed. */
export class GrowingUint32 {
  private values = new Uint32Array(1024);
  length = 0;

  push(value: number): number {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    return this.length++;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  view(): Uint32Array {
    return this.values.subarray(0, this.length);
  }
}

export class TextPool {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private used = 0;
  private readonly ends = new GrowingUint32();

  get count(): number {
    return this.ends.length;
  }

  /** Keeps a text (UTF-8) and returns its number. The pool holds at most 4 GiB. */
  push(text: string): number {
    const most = text.length * 3;
    if (this.used + most > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + most));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    this.used += this.bytes.write(text, this.used, "utf8");
    return this.ends.push(this.used);
  }

  get(index: number): string {
    const start = index === 0 ? 0 : this.ends.at(index - 1);
    return this.bytes.toString("utf8", start, this.ends.at(index));
  }
}

/** Texts that repeat (units, places, words of names): each kept once, referred to by a small number. */
export class Dictionary {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  intern(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.numbers.set(text, number);
    this.texts.push(text);
    return number;
  }

  find(text: string): number | undefined {
    return this.numbers.get(text);
  }
}
