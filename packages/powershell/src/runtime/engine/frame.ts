import type { ScriptSource } from '../errors/script-position.ts';
import type { AnyAst } from '../../syntax/ast.ts';
import type { Command } from './command.ts';
import type { Output } from './output.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';
import type { Variable } from './variable.ts';

/** One call of a script block: its scope, and the variables that its code has found in it so far. */
export class Frame {
  readonly session: Session;
  readonly scope: Scope;
  readonly source: ScriptSource;
  readonly slots: (Variable | undefined)[];
  /** What runs, for the position of an error. */
  position: Pick<AnyAst, 'start' | 'end'> | undefined;
  readonly command: Command | undefined;
  /** Where error records of this call go. */
  errors: Output;

  constructor(options: {
    session: Session;
    scope: Scope;
    source: ScriptSource;
    slots: number;
    command?: Command | undefined;
    errors?: Output | undefined;
  }) {
    this.session = options.session;
    this.scope = options.scope;
    this.source = options.source;
    this.slots = Array.from({ length: options.slots });
    this.command = options.command;
    this.errors = options.errors ?? options.session.errorOutput;
  }
}
