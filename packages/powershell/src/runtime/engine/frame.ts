import type { ScriptSource } from '../errors/script-position.ts';
import type { AnyAst } from '../../syntax/ast.ts';
import type { Command } from './command.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';
import type { Variable } from './variable.ts';

/** One call of a script block: its scope, and the variables that its code has found in it so far. */
export class Frame {
  readonly session: Session;
  readonly scope: Scope;
  readonly source: ScriptSource;
  /** Of the scope's own code these are the scope's variables themselves, else those that were found in it. */
  readonly slots: (Variable | undefined)[];
  /** What runs, for the position of an error. */
  position: Pick<AnyAst, 'start' | 'end'> | undefined = undefined;
  readonly command: Command | undefined;
  /** The call that made this one. */
  readonly caller: Frame | undefined;
  /** What a method of a class returned. */
  returned: unknown = null;
  /** Where the records of this call go. */
  streams: Streams;

  constructor(options: {
    session: Session;
    scope: Scope;
    source: ScriptSource;
    slots: (Variable | undefined)[];
    command?: Command | undefined;
    streams?: Streams | undefined;
  }) {
    this.session = options.session;
    this.caller = options.session.frame;
    this.scope = options.scope;
    this.source = options.source;
    this.slots = options.slots;
    this.command = options.command;
    this.streams = options.streams ?? options.session.streams;
  }
}
