/** Where in which script something stands. */
export interface ScriptPosition {
  readonly source: ScriptSource;
  readonly start: number;
  readonly end: number;
}

/** A script's text with the file that it came from, if it came from one. */
export class ScriptSource {
  readonly text: string;
  readonly file: string | undefined;
  #lineStarts: number[] | undefined;
  #mayDefineTypes: boolean | undefined;

  constructor(text: string, file?: string) {
    this.text = text;
    this.file = file;
  }

  /** Whether the words are there without which nobody defines a type. */
  get mayDefineTypes(): boolean {
    return (this.#mayDefineTypes ??= /\b(?:[cC][lL][aA][sS][sS]|[eE][nN][uU][mM])\b/.test(this.text));
  }

  /** Line and column, both from 1. */
  lineAndColumn(offset: number): { readonly line: number; readonly column: number } {
    const starts = (this.#lineStarts ??= lineStarts(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** The text of a line, counted from 1, without its end. */
  line(number: number): string {
    return this.wholeLine(number).replace(/\r?\n$/, '');
  }

  /** The same with its end. */
  wholeLine(number: number): string {
    const starts = (this.#lineStarts ??= lineStarts(this.text));
    return this.text.slice(starts[number - 1], starts[number] ?? this.text.length);
  }
}

/** The folder of a file's path; of the empty path the empty text. */
export const folderOf = (path: string): string =>
  path.slice(0, Math.max(0, path.lastIndexOf('/'))) || (path.startsWith('/') ? '/' : '');

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}
