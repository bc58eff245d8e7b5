import { ScriptError } from '../errors/script-error.ts';
import { type Choice, promptForChoice } from './prompt-for-choice.ts';
import type { Session } from './session.ts';
import { stopRecord } from './stop-preference.ts';
import { markStopped } from './stopped-errors.ts';

export interface Inquiry {
  /** The stream whose preference asks. */
  readonly stream: string;
  readonly message: string;
  /** The common parameters of the call: they stand for the command that runs. */
  readonly common: ReadonlyMap<string, unknown>;
}

const choices: readonly Choice[] = [
  { label: '&Yes', help: 'Continue with only the next step of the operation.' },
  { label: 'Yes to &All', help: 'Continue with all the steps of the operation.' },
  { label: '&Halt Command', help: 'Stop this command.' },
];

/** The streams for which a running command has been told to go on in any case. */
const allowed = new WeakMap<ReadonlyMap<string, unknown>, Set<string>>();

/** Asks whether to go on, as the preference Inquire wants it, and ends the command if not. Source: MshCommandRuntime.InquireHelper. */
export function inquire(session: Session, { stream, message, common }: Inquiry): void {
  const streams = allowed.get(common) ?? new Set<string>();
  if (streams.has(stream)) return;
  const chosen = choices[promptForChoice(session.host, { caption: 'Confirm', message, choices, preset: 0 })];
  if (chosen === choices[1]) allowed.set(common, streams.add(stream));
  if (chosen !== choices[2]) return;
  session.succeeded = false;
  throw markStopped(
    new ScriptError(stopRecord('The running command stopped because the user selected the Stop option.')),
  );
}
