import { imapErrors } from '../errors.ts';
import { imapLimits } from '../limits.ts';
import type { CommandPieces } from './command-reader.ts';

/** Printable characters but space and ( ) { % * " \ ]. RFC 3501 9 (ATOM-CHAR) */
const atomForm = /[!#$&'+-[^-z|}~]+/y;
/** Where an atom stands for a string it may hold ]. RFC 3501 9 (ASTRING-CHAR) */
const astringForm = /[!#$&'+-[\]^-z|}~]+/y;
/** And in a pattern wildcards. RFC 3501 9 (list-char) */
const patternForm = /[!#-'*+-[\]^-z|}~]+/y;
const quotedForm = /"((?:[^"\\\r\n\0]|\\["\\])*)"/y;
const numberForm = /\d{1,10}/y;
const maxNumber = 0xffff_ffff;

const bad = (reason: string): Error => imapErrors.badCommand({ reason });

/** Reads the arguments of one command from left to right; whatever is not what it must be is answered by BAD. */
export class Cursor {
  readonly #pieces: CommandPieces;
  #piece = 0;
  #at = 0;
  #depth = 0;

  constructor(pieces: CommandPieces) {
    this.#pieces = pieces;
  }

  /** Whether nothing is left. */
  get isAtEnd(): boolean {
    return this.#text === undefined || (this.#piece === this.#pieces.length - 1 && this.#at === this.#text.length);
  }

  end(): void {
    if (!this.isAtEnd) throw bad('Too many arguments');
  }

  space(): void {
    if (!this.accept(' ')) throw bad(this.isAtEnd ? 'Missing argument' : 'Space expected');
  }

  /** Takes these characters, case aside, if they come next. */
  accept(word: string): boolean {
    const found = this.#text?.slice(this.#at, this.#at + word.length);
    if (found?.toUpperCase() !== word.toUpperCase()) return false;
    this.#at += word.length;
    return true;
  }

  expect(word: string): void {
    if (!this.accept(word)) throw bad(`'${word}' expected`);
  }

  /** Whether this character, or one of this form, comes next. */
  peeks(expected: string | RegExp): boolean {
    const next = this.#text?.[this.#at];
    if (next === undefined) return false;
    return typeof expected === 'string' ? next === expected : expected.test(next);
  }

  atom(): string {
    return this.#match(atomForm) ?? fail('Atom expected');
  }

  /** A name or text, one character a byte. */
  astring(): string {
    return this.#match(astringForm) ?? this.string();
  }

  pattern(): string {
    return this.#match(patternForm) ?? this.string();
  }

  /** Quoted or literal. */
  string(): string {
    const quoted = this.#match(quotedForm);
    if (quoted !== undefined) return quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1');
    return Buffer.from(this.literal()).toString('latin1');
  }

  literal(): Uint8Array {
    const next = this.#pieces[this.#piece + 1];
    if (this.#at !== this.#text?.length || !(next instanceof Uint8Array)) throw bad('String expected');
    this.#piece += 2;
    this.#at = 0;
    return next;
  }

  number(): number {
    const value = Number(this.#match(numberForm) ?? fail('Number expected'));
    return value <= maxNumber ? value : fail('Number too large');
  }

  match(form: RegExp, what: string): string {
    return this.#match(form) ?? fail(`${what} expected`);
  }

  /** `( item item … )`, empty or not. */
  list<T>(item: () => T): T[] {
    this.expect('(');
    if (++this.#depth > imapLimits.depth) throw bad('Too many parentheses');
    const items: T[] = [];
    while (!this.accept(')')) {
      if (items.length > 0) this.space();
      items.push(item());
    }
    this.#depth--;
    return items;
  }

  get #text(): string | undefined {
    const piece = this.#pieces[this.#piece];
    return typeof piece === 'string' ? piece : undefined;
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text ?? '')?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

function fail(reason: string): never {
  throw bad(reason);
}
