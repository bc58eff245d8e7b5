import { runningSession } from './running-session.ts';
import type { ScriptBlock } from './script-block.ts';

/** A script block as a delegate of a .NET type: `[Func[int,int]]{ … }`. */
export class Delegate {
  readonly typeName: string;
  readonly block: ScriptBlock;
  readonly #convertResult: (value: unknown) => unknown;

  constructor(typeName: string, block: ScriptBlock, convertResult: (value: unknown) => unknown) {
    this.typeName = typeName;
    this.block = block;
    this.#convertResult = convertResult;
  }

  invoke(...args: readonly unknown[]): unknown {
    return this.#convertResult(runningSession().callBlock(this.block, { args, variables: { _: args[0] ?? null } }));
  }
}
