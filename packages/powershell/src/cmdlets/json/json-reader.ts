/** What is wrong with a JSON text, in Json.NET's words. */
export class JsonSyntaxError extends Error {}

/** What the values of a text become. */
export interface JsonBuilder {
  object(): unknown;
  add(object: unknown, name: string, value: unknown): void;
  array(items: unknown[]): unknown;
  string(text: string): unknown;
  integer(digits: string): unknown;
  float(text: string): unknown;
}

const words: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
};

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

/** A step on the way to where the reader is. */
type Step = string | number | undefined;

/** Reads JSON as leniently as Json.NET: comments, single quotes, names without quotes, commas at the end. */
export class JsonReader {
  readonly #text: string;
  readonly #builder: JsonBuilder;
  readonly #maxDepth: number;
  readonly #path: Step[] = [];
  #at = 0;

  constructor(text: string, builder: JsonBuilder, maxDepth: number) {
    this.#text = text;
    this.#builder = builder;
    this.#maxDepth = maxDepth;
  }

  /** The one value of the text. */
  read(): unknown {
    this.#skip();
    const value = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) {
      this.#path.length = 0;
      this.#fail(`Additional text encountered after finished reading JSON content: ${this.#text[this.#at]}`);
    }
    return value;
  }

  #fail(problem: string, at = this.#at): never {
    const before = this.#text.slice(0, at);
    // Json.NET counts lines from the first character that it has taken.
    const line = at === 0 ? 0 : before.split('\n').length;
    const position = at - (before.lastIndexOf('\n') + 1);
    throw new JsonSyntaxError(`${problem}. Path '${this.#pathText()}', line ${line}, position ${position}.`);
  }

  #pathText(): string {
    let text = '';
    for (const step of this.#path) {
      if (typeof step === 'number') text += `[${step}]`;
      else if (step !== undefined && /[\s.'/"[\]()\t\n\r\f\b\\]/.test(step))
        text += `['${step.replaceAll("'", "\\'")}']`;
      else if (step !== undefined) text += (text === '' ? '' : '.') + step;
    }
    return text;
  }

  /** Blanks and comments. */
  #skip(): void {
    for (;;) {
      while (this.#text.charCodeAt(this.#at) <= 32 || /\s/.test(this.#text[this.#at] ?? '')) this.#at++;
      if (this.#text.startsWith('/*', this.#at)) {
        const end = this.#text.indexOf('*/', this.#at + 2);
        if (end < 0) this.#fail('Unexpected end while parsing comment', this.#text.length);
        this.#at = end + 2;
      } else if (this.#text.startsWith('//', this.#at)) {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#text.length : end;
      } else return;
    }
  }

  #value(): unknown {
    const character = this.#text[this.#at];
    if (character === '{') return this.#object();
    if (character === '[') return this.#array();
    if (character === '"' || character === "'") return this.#builder.string(this.#string(character));
    if (character !== undefined && /[-\d.]/.test(character)) return this.#number();
    return this.#word();
  }

  #word(): unknown {
    const word = /^-?[A-Za-z]+/.exec(this.#text.slice(this.#at, this.#at + 12))?.[0];
    if (word === undefined || !(word in words || word === 'NaN' || word === 'Infinity')) {
      const character = this.#text[this.#at];
      if (character === undefined) this.#fail('Unexpected end when reading JSON');
      this.#at += /[tfnuNI]/.test(character) ? 1 : 0;
      return this.#fail(`Unexpected character encountered while parsing value: ${character}`, this.#at);
    }
    this.#at += word.length;
    return word in words ? words[word] : this.#builder.float(word);
  }

  #number(): unknown {
    const start = this.#at;
    if (this.#text.startsWith('-Infinity', start)) {
      this.#at += 9;
      return this.#builder.float('-Infinity');
    }
    const digits = /^[-+.\dA-Fa-fxXeE]+/.exec(this.#text.slice(start, start + 400))![0];
    this.#at += digits.length;
    if (/^-?\d+$/.test(digits)) return this.#builder.integer(digits);
    if (/^0x[\da-f]+$/i.test(digits)) return this.#builder.integer(String(BigInt(digits)));
    if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits)) return this.#builder.float(digits);
    return this.#fail(`Input string '${digits}' is not a valid number`);
  }

  #string(quote: string): string {
    const start = this.#at + 1;
    const close = this.#text.indexOf(quote, start);
    const plain = close < 0 ? undefined : this.#text.slice(start, close);
    if (plain !== undefined && !plain.includes('\\')) {
      this.#at = close + 1;
      return plain;
    }
    return this.#escapedString(quote, start);
  }

  #escapedString(quote: string, start: number): string {
    let text = '';
    this.#at = start;
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) this.#fail(`Unterminated string. Expected delimiter: ${quote}`);
      this.#at++;
      if (character === quote) return text;
      text += character === '\\' ? this.#escape() : character;
    }
  }

  #escape(): string {
    const character = this.#text[this.#at] ?? '';
    this.#at++;
    if (character === 'u') {
      const digits = this.#text.slice(this.#at, this.#at + 4);
      if (!/^[\da-f]{4}$/i.test(digits)) this.#fail(`Invalid Unicode escape sequence: \\u${digits}`);
      this.#at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if ('"\'\\/'.includes(character) && character !== '') return character;
    return escapes[character] ?? this.#fail(`Bad JSON escape sequence: \\${character}`);
  }

  #enter(step: Step): void {
    if (this.#path.length >= this.#maxDepth) {
      this.#at++;
      this.#fail(`The reader's MaxDepth of ${this.#maxDepth} has been exceeded`);
    }
    this.#path.push(step);
  }

  #object(): unknown {
    this.#enter(undefined);
    const object = this.#builder.object();
    this.#at++;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] === '}') break;
      const name = this.#name();
      this.#path[this.#path.length - 1] = name;
      this.#skip();
      if (this.#at >= this.#text.length) this.#fail('Unexpected end when deserializing object', this.#text.length - 1);
      this.#builder.add(object, name, this.#value());
      if (this.#separator('}', 'object')) break;
    }
    this.#at++;
    this.#path.pop();
    return object;
  }

  #name(): string {
    const character = this.#text[this.#at];
    if (character === undefined) this.#fail('Unexpected end when deserializing object', this.#text.length - 1);
    const name = character === '"' || character === "'" ? this.#string(character) : this.#identifier(character);
    this.#skip();
    const colon = this.#text[this.#at];
    if (colon !== ':')
      this.#fail(`Invalid character after parsing property name. Expected ':' but got: ${colon ?? ''}`);
    this.#at++;
    return name;
  }

  #identifier(first: string): string {
    if (!/[\p{L}\d_$]/u.test(first)) this.#fail(`Invalid property identifier character: ${first}`);
    const start = this.#at;
    while (/[\p{L}\d_$]/u.test(this.#text[this.#at] ?? '')) this.#at++;
    const next = this.#text[this.#at];
    if (next !== undefined && next !== ':' && !/\s/.test(next)) {
      this.#fail(`Invalid JavaScript property identifier character: ${next}`);
    }
    return this.#text.slice(start, this.#at);
  }

  /** Goes over a comma; tells whether the container ends instead. */
  #separator(close: string, kind: string): boolean {
    this.#skip();
    const character = this.#text[this.#at];
    if (character === undefined) this.#fail(`Unexpected end when deserializing ${kind}`, this.#text.length);
    if (character === close) return true;
    if (character !== ',') {
      this.#fail(`After parsing a value an unexpected character was encountered: ${character}`);
    }
    this.#at++;
    return false;
  }

  #array(): unknown {
    this.#enter(0);
    const items: unknown[] = [];
    this.#at++;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] === ']') break;
      if (this.#at >= this.#text.length) this.#fail('Unexpected end when deserializing array', this.#text.length);
      this.#path[this.#path.length - 1] = items.length;
      items.push(this.#value());
      if (this.#separator(']', 'array')) break;
    }
    this.#at++;
    this.#path.pop();
    return this.#builder.array(items);
  }
}
