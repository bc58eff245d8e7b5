import { callBlockForValue } from '../runtime/engine/call-block.ts';
import type { Session } from '../runtime/engine/session.ts';
import { CompletionResult } from '../runtime/values/completion-result.ts';
import { Hashtable } from '../runtime/values/dictionary.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import type { ScriptBlock } from '../runtime/values/script-block.ts';
import { toText } from '../runtime/values/to-text.ts';
import type { CompletionMatch, CompletionType } from './completion.ts';

/** What Register-ArgumentCompleter has registered: by `command:parameter`, or `parameter` for any command. */
const registered = new WeakMap<Session, Map<string, ScriptBlock>>();

export function registerCompleter(session: Session, name: string, block: ScriptBlock): void {
  const known = registered.get(session) ?? new Map<string, ScriptBlock>();
  registered.set(session, known.set(name.toLowerCase(), block));
}

export interface ArgumentToComplete {
  readonly session: Session;
  readonly command: string;
  readonly parameter: string;
  readonly word: string;
}

/** What a registered completer offers; undefined when there is none for the parameter. */
export function registeredCompletions(argument: ArgumentToComplete): CompletionMatch[] | undefined {
  const { session, command, parameter } = argument;
  const known = registered.get(session);
  const block = known?.get(`${command}:${parameter}`.toLowerCase()) ?? known?.get(parameter.toLowerCase());
  return block && runCompleter(block, argument);
}

/** Runs a completer as the original does: command, parameter, word, tree (none here), parameters given. */
export function runCompleter(
  block: ScriptBlock,
  { session, command, parameter, word }: ArgumentToComplete,
): CompletionMatch[] {
  const args = [command, parameter, word, null, new Hashtable()];
  const value = callBlockForValue({ session, streams: session.streams }, block, { args });
  return (listOf(value) ?? [value]).filter((each) => each !== null).map(matchOf);
}

function matchOf(value: unknown): CompletionMatch {
  if (value instanceof CompletionResult) {
    const { text, listText, toolTip } = value;
    return { text, list: listText, type: value.resultType.text() as CompletionType, tip: toolTip };
  }
  const text = toText(value);
  return { text, list: text, type: 'Text', tip: text };
}
