import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A line that tells a secret is not kept. Source: PSReadLine's own rule. */
const secret = /password|asplaintext|token|apikey|secret/i;

/** The lines that were typed, kept in a file from session to session. */
export class History {
  readonly size = 2000;
  readonly #file: string;
  readonly #lines: string[];

  constructor(file: string) {
    this.#file = file;
    this.#lines = readLines(file).slice(-this.size);
  }

  newestFirst(): string[] {
    return this.#lines.toReversed();
  }

  add(line: string): void {
    if (line.trim() === '' || line === this.#lines.at(-1)) return;
    this.#lines.push(line);
    if (!secret.test(line)) this.#keep(line);
  }

  #keep(line: string): void {
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      appendFileSync(this.#file, `${line}\n`, { mode: 0o600 });
    } catch {
      // A home that cannot be written to has no history.
    }
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
