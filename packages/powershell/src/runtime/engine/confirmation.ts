import { netError } from '../errors/script-error.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { ConfirmImpact } from './command.ts';
import { messagesOf } from './messages.ts';
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
  const shouldProcessAs = ({ description }: ConfirmationTexts): boolean => {
    if (isWhatIf(session, command)) {
      session.host.write(`What if: ${description}\n`);
      return false;
    }
    if (asks(session, command)) return refuse();
    writeVerbose(description);
    return true;
  };
  return {
    shouldProcessAs,
    shouldProcess: (target, action = command.name) => {
      const description = `Performing the operation "${action}" on target "${target}".`;
      return shouldProcessAs({ description, warning: description, caption: 'Confirm' });
    },
    shouldContinue: refuse,
  };
}

function refuse(): never {
  throw netError(
    'System.Management.Automation.PSInvalidOperationException',
    'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
  );
}

function isWhatIf(session: Session, { common, impact }: ConfirmedCommand): boolean {
  if (impact === undefined) return false;
  return isTrue(common.has('whatif') ? common.get('whatif') : (session.scope.find('whatifpreference')?.value ?? false));
}

/** `-Confirm` asks always, `-Confirm:$false` never; else a command asks whose impact reaches the preference. */
function asks(session: Session, { common, impact }: ConfirmedCommand): boolean {
  if (impact === undefined) return false;
  if (common.has('confirm')) return isTrue(common.get('confirm'));
  const preference = impacts.indexOf(toText(session.scope.find('confirmpreference')?.value ?? 'High').toLowerCase());
  return preference > 0 && impacts.indexOf(impact.toLowerCase()) >= preference;
}
