const quoteCode = 0x22;

const specials = new Map<string, RegExp>();

function specialWith(delimiter: string): RegExp {
  const known = specials.get(delimiter);
  if (known) return known;
  const escaped = delimiter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const blank = delimiter === '\t' ? ' ' : '[ \t]';
  const made = new RegExp(`"|(?:^|${escaped})${blank}|${blank}{2}`);
  specials.set(delimiter, made);
  return made;
}

/** Reads records as the original does: lenient about spaces and quotes where they do not belong. Source: ImportCsvHelper. */
export class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  /** Quotes, and blanks that are not simply part of a field. */
  readonly #special: RegExp;
  #at = 0;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#special = specialWith(delimiter);
  }

  get position(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  startsWith(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  /** The rest of the line. */
  readLine(): string {
    const end = this.#endOfLine(this.#at);
    const line = this.#text.slice(this.#at, end);
    this.#at = this.#behindLineEnd(end);
    return line;
  }

  /** The fields of the next record; none at the end of the text. */
  readRecord(): string[] {
    if (this.atEnd) return [];
    const end = this.#endOfLine(this.#at);
    const line = this.#text.slice(this.#at, end);
    const fields = this.#split(line);
    if (!fields) return this.#readSlowly();
    this.#at = this.#behindLineEnd(end);
    // A delimiter at the very end of the text begins no other field.
    if (end === this.#text.length && fields.at(-1) === '') fields.pop();
    return fields;
  }

  /** The fields of a line that has nothing special in it, or whose fields are all in quotes and without any inside. */
  #split(line: string): string[] | undefined {
    if (line.charCodeAt(0) === quoteCode && line.endsWith('"') && line.length > 1) {
      const fields = line.slice(1, -1).split(`"${this.#delimiter}"`);
      for (const field of fields) if (field.includes('"')) return undefined;
      return fields;
    }
    return this.#special.test(line) ? undefined : line.split(this.#delimiter);
  }

  #readSlowly(): string[] {
    const fields: string[] = [];
    for (;;) {
      const { text, ends } = this.#readField();
      if (text !== undefined) fields.push(text);
      if (ends) return fields;
    }
  }

  #readField(): { readonly text: string | undefined; readonly ends: boolean } {
    this.#skipBlanks();
    if (this.atEnd) return { text: undefined, ends: true };
    if (this.#text[this.#at] === '"') return this.#readQuoted();
    const start = this.#at;
    const stop = this.#find(start);
    const word = this.#text.slice(start, stop);
    const blank = /[ \t"]/.exec(word);
    this.#at = stop;
    const ends = this.#leaveField();
    if (!blank || blank[0] === '"') return { text: word, ends };
    const rest = word.slice(blank.index + 1);
    return { text: word.slice(0, blank.index + 1) + (rest.trim() === '' ? '' : rest), ends };
  }

  #readQuoted(): { readonly text: string | undefined; readonly ends: boolean } {
    let text = '';
    let at = this.#at + 1;
    for (;;) {
      const quote = this.#text.indexOf('"', at);
      if (quote < 0) {
        text += this.#text.slice(at);
        this.#at = this.#text.length;
        return { text: text === '' ? undefined : text, ends: true };
      }
      text += this.#text.slice(at, quote);
      at = quote + 1;
      if (this.#text[at] !== '"') break;
      text += '"';
      at++;
    }
    const stop = this.#find(at);
    const rest = this.#text.slice(at, stop);
    this.#at = stop;
    return { text: text + (rest.trim() === '' ? '' : rest), ends: this.#leaveField() };
  }

  /** Blanks before a field are nothing, unless they are what delimits. */
  #skipBlanks(): void {
    while (/^[ \t]$/.test(this.#text[this.#at] ?? '') && this.#text[this.#at] !== this.#delimiter) this.#at++;
  }

  /** The next delimiter or end of a line. */
  #find(from: number): number {
    const delimiter = this.#text.indexOf(this.#delimiter, from);
    const end = this.#endOfLine(from);
    return delimiter >= 0 && delimiter < end ? delimiter : end;
  }

  /** Goes behind what ends the field; tells whether it ended the record, too. */
  #leaveField(): boolean {
    if (this.#text[this.#at] === this.#delimiter) {
      this.#at++;
      return false;
    }
    this.#at = this.#behindLineEnd(this.#at);
    return true;
  }

  #endOfLine(from: number): number {
    const feed = this.#text.indexOf('\n', from);
    const end = feed < 0 ? this.#text.length : feed;
    const carriage = this.#hasCarriage ? this.#text.indexOf('\r', from) : -1;
    return carriage >= 0 && carriage < end ? carriage : end;
  }

  get #hasCarriage(): boolean {
    return (this.#carriage ??= this.#text.includes('\r'));
  }

  #carriage: boolean | undefined;

  #behindLineEnd(at: number): number {
    return at + (this.#text.startsWith('\r\n', at) ? 2 : at < this.#text.length ? 1 : 0);
  }
}
