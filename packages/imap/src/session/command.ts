import type { Cursor } from '../syntax/cursor.ts';
import type { Completion, Session, SessionState } from './session.ts';

/** A command: in which states it may come, what it is given, and what it does. */
export interface CommandDefinition<A> {
  readonly states: readonly SessionState[];
  /** Reads what follows the name, the space before it included. */
  readonly parse: (cursor: Cursor) => A;
  readonly run: (session: Session, args: A) => Promise<Completion | void> | Completion | void;
  /** Whether the client may be told meanwhile that messages are gone; no unless given. RFC 3501 7.4.1 */
  readonly tellsExpunges?: boolean;
}

/** A command whose arguments nobody else knows: it reads them, and gives what is left to be done. */
export interface Command extends Pick<CommandDefinition<unknown>, 'states' | 'tellsExpunges'> {
  readonly prepare: (cursor: Cursor) => {
    readonly args: unknown;
    readonly run: (session: Session) => Promise<Completion | void> | Completion | void;
  };
}

export function defineCommand<A>({ parse, run, ...rest }: CommandDefinition<A>): Command {
  const prepare = (cursor: Cursor): ReturnType<Command['prepare']> => {
    const args = parse(cursor);
    return { args, run: (session) => run(session, args) };
  };
  return { ...rest, prepare };
}

export const always: readonly SessionState[] = ['notAuthenticated', 'authenticated', 'selected'];
export const authenticated: readonly SessionState[] = ['authenticated', 'selected'];

/** For commands that are given nothing. */
export const nothing = (cursor: Cursor): Record<string, never> => {
  cursor.end();
  return {};
};
