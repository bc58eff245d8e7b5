import { toText } from '../values/to-text.ts';
import type { Session } from './session.ts';

/** The streams of a command for people, shown as their preference variables and common parameters want it. */
export interface Messages {
  readonly writeWarning: (text: string) => void;
  readonly writeVerbose: (text: string) => void;
  readonly writeDebug: (text: string) => void;
}

/** The streams of a command that was called with these common parameters. */
export function messagesOf(session: Session, common: ReadonlyMap<string, unknown>): Messages {
  const writer = (prefix: string, preference: string, parameter: string) => (text: string) => {
    const wanted = common.has(parameter) ? toText(common.get(parameter)) : session.preference(preference);
    if (/^(continue|true)$/i.test(wanted)) session.host.write(`${prefix}: ${text}\n`);
  };
  return {
    writeWarning: writer('WARNING', 'WarningPreference', 'warningaction'),
    writeVerbose: writer('VERBOSE', 'VerbosePreference', 'verbose'),
    writeDebug: writer('DEBUG', 'DebugPreference', 'debug'),
  };
}
