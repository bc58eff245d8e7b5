import { createInterface, type Interface } from 'node:readline';
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

/**
 * Lines typed at a terminal, by node:readline: it knows every key that people expect, and nothing has to be kept up to date.
 * Each line has an interface of its own, so that scripts have the terminal as they know it while they run.
 */
export class LineEditor {
  readonly #options: LineEditorOptions;

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
    let closed = false;
    if (colors) stdin.on('keypress', showAgain);
    return new Promise((resolve) => {
      let line: Line = { kind: 'ended' };
      lines.once('close', () => {
        closed = true;
        stdin.off('keypress', showAgain);
        resolve(line);
      });
      lines.once('line', (text) => {
        line = { kind: 'text', text };
        history.add(text);
        lines.close();
      });
      lines.once('SIGINT', () => {
        line = { kind: 'dropped' };
        stdout.write('^C\n');
        lines.close();
      });
      lines.prompt();
    });
  }
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
