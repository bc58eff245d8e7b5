import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { ConfirmImpact } from './command.ts';
import { messagesOf } from './messages.ts';
import { type Choice, promptForChoice } from './prompt-for-choice.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

/** What is asked before something is changed. */
export interface Confirmation {
  /**
   * Whether to go on, by `-WhatIf`, `-Confirm` and the preferences: `Performing the operation "action" on target "target".`
   * Without an action it is the command's name.
   */
  readonly shouldProcess: (target: string, action?: string) => boolean;
  /** The same with texts of one's own. */
  readonly shouldProcessAs: (texts: ConfirmationTexts) => boolean;
  /** Asks in any case, whatever the preferences. */
  readonly shouldContinue: (query: string, caption: string) => boolean;
}

export interface ConfirmationTexts {
  /** What would be done, for `-WhatIf` and `-Verbose`. */
  readonly description: string;
  /** What is asked. */
  readonly warning: string;
  readonly caption: string;
  /** `-Force` was given: nothing but `-Confirm` asks. */
  readonly isForced?: boolean;
}

export interface ConfirmedCommand {
  readonly name: string;
  /** Undefined for a command that takes neither `-WhatIf` nor `-Confirm`: it never asks. */
  readonly impact: ConfirmImpact | undefined;
  readonly common: ReadonlyMap<string, unknown>;
  readonly streams: Streams;
}

const impacts: readonly string[] = ['none', 'low', 'medium', 'high'];

/** The questions of one running command. Source: MshCommandRuntime.DoShouldProcess. */
export function confirmationOf(session: Session, command: ConfirmedCommand): Confirmation {
  const { writeVerbose } = messagesOf({ session, streams: command.streams, common: command.common });
  const answers = new Answers();
  const shouldProcessAs = ({ description, warning, caption, isForced = false }: ConfirmationTexts): boolean => {
    if (isWhatIf(session, command)) {
      session.host.write(`What if: ${description}\n`);
      return false;
    }
    if (!asks(session, command, { isForced })) {
      writeVerbose(description);
      return true;
    }
    return answers.confirm(session, { message: warning, caption });
  };
  return {
    shouldProcessAs,
    shouldProcess: (target, action = command.name) => {
      const description = `Performing the operation "${action}" on target "${target}".`;
      return shouldProcessAs({ description, warning: description, caption: 'Confirm' });
    },
    shouldContinue: (query, caption) =>
      promptForChoice(session.host, { caption, message: query, choices: [choices[0]!, choices[2]!], preset: 0 }) === 0,
  };
}

const choices: readonly Choice[] = [
  { label: '&Yes', help: 'Continue with only the next step of the operation.' },
  { label: 'Yes to &All', help: 'Continue with all the steps of the operation.' },
  { label: '&No', help: 'Skip this operation and proceed with the next operation.' },
  { label: 'No to A&ll', help: 'Skip this operation and all subsequent operations.' },
];

/** What was answered for all further questions of a command. */
class Answers {
  #forAll: boolean | undefined;

  confirm({ host }: Session, { message, caption }: { message: string; caption: string }): boolean {
    if (this.#forAll !== undefined) return this.#forAll;
    const text = `Are you sure you want to perform this action?\n${message}`;
    const chosen = promptForChoice(host, { caption, message: text, choices, preset: 0 });
    if (chosen % 2 === 1) this.#forAll = chosen === 1;
    return chosen < 2;
  }
}

function isWhatIf(session: Session, { common, impact }: ConfirmedCommand): boolean {
  if (impact === undefined) return false;
  return isTrue(common.has('whatif') ? common.get('whatif') : (session.scope.find('whatifpreference')?.value ?? false));
}

/** `-Confirm` asks always, `-Confirm:$false` never; else a command asks whose impact reaches the preference. */
function asks(
  session: Session,
  { common, impact }: ConfirmedCommand,
  { isForced }: { readonly isForced: boolean },
): boolean {
  if (impact === undefined) return false;
  if (common.has('confirm')) return isTrue(common.get('confirm'));
  if (isForced) return false;
  const preference = impacts.indexOf(toText(session.scope.find('confirmpreference')?.value ?? 'High').toLowerCase());
  return preference > 0 && impacts.indexOf(impact.toLowerCase()) >= preference;
}
