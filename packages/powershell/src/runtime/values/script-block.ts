import type { CompiledScriptBlock } from '../compile/compiled.ts';
import type { Scope } from '../engine/scope.ts';

/** Code as a value. */
export class ScriptBlock {
  readonly code: CompiledScriptBlock;
  /** The scope that GetNewClosure() captured; the block's variables are looked up there, not where it is called. */
  readonly closure: Scope | undefined;

  isFilter = false;

  constructor(code: CompiledScriptBlock, closure?: Scope) {
    this.code = code;
    this.closure = closure;
  }
}
