import { outOfRangeError } from '../dotnet-error.ts';
import { insert, remove, replace } from './string-methods.ts';

const leastCapacity = 16;

/** System.Text.StringBuilder; changes return the builder itself. */
export class StringBuilder {
  private text: string;

  #capacity: number;

  constructor(text = '', capacity = 0) {
    this.text = text;
    this.#capacity = Math.max(text.length, capacity || leastCapacity);
  }

  /** How many characters it holds before it has to grow: by as many as it has, at most by 8,000. */
  get capacity(): number {
    const missing = this.text.length - this.#capacity;
    if (missing > 0) this.#capacity += Math.max(missing, Math.min(this.#capacity, 8000));
    return this.#capacity;
  }

  set capacity(capacity: number) {
    if (capacity < this.text.length) throw outOfRangeError('capacity was less than the current size.', 'value');
    this.#capacity = capacity;
  }

  get length(): number {
    return this.text.length;
  }

  set length(length: number) {
    if (length < 0) throw outOfRangeError('Length cannot be less than zero.', 'value');
    this.text = this.text.slice(0, length).padEnd(length, '\0');
  }

  charAt(index: number): string {
    const character = this.text[index];
    if (character === undefined)
      throw outOfRangeError(
        'Index was out of range. Must be non-negative and less than the size of the collection.',
        'index',
      );
    return character;
  }

  append(text: string): this {
    this.text += text;
    return this;
  }

  /** Lines end as on Unix. */
  appendLine(text = ''): this {
    return this.append(`${text}\n`);
  }

  insert(index: number, text: string): this {
    this.text = insert(this.text, index, text);
    return this;
  }

  remove(start: number, count: number): this {
    this.text = remove(this.text, start, count);
    return this;
  }

  replace(old: string, by: string): this {
    this.text = replace(this.text, { old, by });
    return this;
  }

  clear(): this {
    this.text = '';
    return this;
  }

  toString(): string {
    return this.text;
  }
}
