import { existsSync, readFileSync } from 'node:fs';
import { type Completion, decodeScript, parse, type Runspace } from '@cutover/powershell';
import type { Console } from '../console/console.ts';
import { History } from './history.ts';
import { LineEditor } from './line-editor.ts';

export interface SessionOptions {
  readonly session: Runspace;
  readonly console: Console;
  /** Where the lines are kept. */
  readonly historyFile: string;
  readonly colors: boolean;
  /** The organisation that the session speaks to, once it does. */
  readonly organisation: () => string | undefined;
}

/** Reads and runs what is typed until `exit` or Ctrl-D; gives the exit code. */
export async function runSession({
  session,
  console,
  historyFile,
  colors,
  organisation,
}: SessionOptions): Promise<number> {
  const complete = (line: string): readonly [string[], string] =>
    completions(session.complete(line, line.length), line);
  const editor = new LineEditor({ history: new History(historyFile), complete, colors });
  let block = '';
  for (;;) {
    console.flush();
    const line = await editor.read(block === '' ? promptOf(session, organisation()) : '>> ');
    if (line.kind === 'ended') return 0;
    if (line.kind === 'dropped') {
      block = '';
      continue;
    }
    block = block === '' ? line.text : `${block}\n${line.text}`;
    if (line.text.trim() !== '' && isIncomplete(block)) continue;
    const script = block;
    block = '';
    if (script.trim() === '') continue;
    const { ended, exitCode } = session.invoke(script);
    if (ended === 'exit') return exitCode;
  }
}

const isIncomplete = (script: string): boolean => parse(script).errors.some(({ incomplete }) => incomplete);

/** What the function `prompt` says, where a profile defines one. */
function promptOf(session: Runspace, organisation: string | undefined): string {
  const texts: string[] = [];
  const take = (value: unknown): void => void texts.push(String(value));
  session.invoke('if (Test-Path Function:prompt) { "$(prompt)" } else { "PS $($PWD.Path)> " }', { output: take });
  const [text = 'PS> '] = texts;
  return organisation === undefined ? text : text.replace(/^PS /, `PS [${organisation}] `);
}

/** Matches as node:readline takes them: whole texts, and what of the line they stand for. */
export function completions(
  { matches, replacementIndex, replacementLength }: Completion,
  line: string,
): readonly [string[], string] {
  return [matches.map(({ text }) => text), line.slice(replacementIndex, replacementIndex + replacementLength)];
}

/** Runs the script that a person keeps for every session, if there is one. */
export function runProfile(session: Runspace, file: string): void {
  if (existsSync(file)) session.invoke(decodeScript(readFileSync(file)), { file });
}
