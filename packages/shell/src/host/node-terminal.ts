import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { AskOptions, Terminal } from './terminal.ts';

/** The terminal that this process was started in. */
export function nodeTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // Whoever reads our output may stop reading, as `head` does; that is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY,
    colors: stdout.isTTY && !env['NO_COLOR'],
    width: stdout.columns || 120,
    env,
    ask: stdin.isTTY && stderr.isTTY ? ask : undefined,
  };
}

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

async function ask(question: string, { hidden, signal }: AskOptions): Promise<string> {
  const { stdin, stderr } = process;
  const lines = createInterface({ input: stdin, output: hidden ? nowhere : stderr, terminal: true });
  // In raw mode Ctrl-C arrives as a key.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    // Only now does the terminal no longer echo by itself.
    if (hidden) stderr.write(question);
    return await lines.question(hidden ? '' : question, { signal });
  } finally {
    lines.close();
    if (hidden) stderr.write('\n');
  }
}
