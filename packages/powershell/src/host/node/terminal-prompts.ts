import { StringDecoder } from 'node:string_decoder';
import { PipelineStopped, type StopState, throwIfStopped } from '../stop-flag.ts';
import type { Prompts, Question } from '../prompts.ts';
import { LineReader, readSome } from './read-input.ts';

/** The terminal that questions are asked at. */
export interface TerminalPromptsOptions {
  readonly state: StopState;
  readonly write: (text: string) => void;
  /** Whoever else reads standard input by lines shares its reader, as it reads ahead. */
  readonly lines?: LineReader | undefined;
  /** Switches the terminal's own editing and echo off and on; undefined where input is no terminal. */
  readonly setRawMode: ((raw: boolean) => void) | undefined;
}

/**
 * Asks at standard input: the terminal's own line editing, or, for a secret, key by key with asterisks. An answer that is piped in is shown
 * as if it was typed. Source: ConsoleHostUserInterface.ReadLineFromFile.
 */
export function terminalPrompts({
  state,
  write,
  lines = new LineReader(0),
  setRawMode,
}: TerminalPromptsOptions): Prompts {
  const onInterrupt = (): void => throwIfStopped(state);
  return {
    readLine: ({ text, secret = false }: Question) => {
      write(text);
      if (!setRawMode) return readPiped({ lines, onInterrupt, show: secret ? undefined : write });
      if (!secret) return lines.next(onInterrupt);
      setRawMode(true);
      try {
        return readSecret(write);
      } finally {
        setRawMode(false);
        write('\n');
      }
    },
  };
}

interface PipedOptions {
  readonly lines: LineReader;
  readonly onInterrupt: () => void;
  readonly show: ((text: string) => void) | undefined;
}

function readPiped({ lines, onInterrupt, show }: PipedOptions): string | undefined {
  const line = lines.next(onInterrupt);
  if (line !== undefined) show?.(`${line}\n`);
  return line;
}

const interrupt = '\u0003';
const endOfInput = '\u0004';
// oxlint-disable-next-line no-control-regex
const arrowKeys = /\u001B[[O][\d;]*[A-Za-z~]/g;

function readSecret(write: (text: string) => void): string | undefined {
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(256);
  const typed: string[] = [];
  for (;;) {
    const length = readSome(0, chunk, () => undefined);
    if (length === 0) return undefined;
    for (const key of decoder.write(chunk.subarray(0, length)).replaceAll(arrowKeys, '')) {
      if (key === '\r' || key === '\n') return typed.join('');
      if (key === interrupt) throw new PipelineStopped();
      if (key === endOfInput && typed.length === 0) return undefined;
      takeKey(key, typed, write);
    }
  }
}

function takeKey(key: string, typed: string[], write: (text: string) => void): void {
  const isErase = key === '\u007F' || key === '\b';
  if (isErase && typed.pop() !== undefined) write('\b \b');
  if (isErase || key < ' ') return;
  typed.push(key);
  write('*');
}
