import { createInterface, type Interface, type Key } from 'node:readline';
import { Writable } from 'node:stream';
import { highlight } from './highlight.ts';
import type { History } from './history.ts';

export interface LineEditorOptions {
  readonly history: History;
  /** What may stand in place of the last characters: the matches, and how many characters they replace. */
  readonly complete: (line: string) => readonly [matches: string[], typed: string];
  readonly colors: boolean;
}

/** What came of a line: text, Ctrl-C, or the end of input. */
export type Line =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'ended' };

/** A key as node:readline tells it, with its text. */
type Press = readonly [text: string | undefined, key: Key];

/**
 * Lines typed at a terminal, by node:readline: it knows every key that people expect, and nothing has to be kept up to date.
 * Each line has an interface of its own, so that scripts have the terminal as they know it while they run.
 */
export class LineEditor {
  readonly #options: LineEditorOptions;
  /** What was pasted or typed ahead behind the end of a line: it belongs to the next ones. */
  readonly #ahead: Press[] = [];

  constructor(options: LineEditorOptions) {
    this.#options = options;
  }

  read(prompt: string): Promise<Line> {
    const { history, complete, colors } = this.#options;
    const { stdin, stdout } = process;
    const output = colors
      ? coloring(
          () => prompt + lines.line,
          () => prompt + highlight(lines.line),
        )
      : stdout;
    let closed = false;
    // Before readline's own listener, which closes at the line's end: that key itself is not kept.
    const keep = (...press: Press): void => void (closed && this.#ahead.push(press));
    stdin.on('keypress', keep);
    const lines: Interface = createInterface({
      input: stdin,
      output,
      terminal: true,
      prompt,
      history: history.newestFirst(),
      historySize: history.size,
      removeHistoryDuplicates: true,
      completer: (line: string) => complete(line),
    });
    // A character at the end of a line is written alone; the line is shown again, as its colours may have changed.
    const showAgain = (): void => void setImmediate(() => closed || lines.prompt(true));
    if (colors) stdin.on('keypress', showAgain);
    return new Promise((resolve) => {
      let line: Line = { kind: 'ended' };
      lines.once('close', () => {
        closed = true;
        stdin.off('keypress', showAgain);
        // The keys that came at once with the line's end are told before any other task.
        queueMicrotask(() => stdin.off('keypress', keep));
        resolve(line);
      });
      lines.once('line', (text) => {
        line = { kind: 'text', text };
        history.add(text);
        lines.close();
      });
      lines.once('SIGINT', () => {
        line = { kind: 'dropped' };
        this.#ahead.length = 0;
        stdout.write('^C\n');
        lines.close();
      });
      lines.prompt();
      for (const press of this.#ahead.splice(0)) {
        if (closed) this.#ahead.push(press);
        else typeAgain(lines, press);
      }
      if (colors) showAgain();
    });
  }
}

/** A tab that was pasted is white space, no question. */
function typeAgain(lines: Interface, [text, key]: Press): void {
  if (key.name === 'tab') lines.write('\t');
  else lines.write(text ?? '', key);
}

/** Standard output on which the whole line appears in colours. */
function coloring(plain: () => string, colored: () => string): NodeJS.WritableStream {
  const { stdout } = process;
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      const text = chunk.toString();
      stdout.write(text !== '' && text === plain() ? colored() : text);
      done();
    },
  });
  return Object.assign(output, { columns: stdout.columns, rows: stdout.rows, isTTY: true });
}
