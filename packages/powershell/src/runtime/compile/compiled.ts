import type { ScriptBlockAst } from '../../syntax/ast.ts';
import type { FunctionPlan } from '../binder/function-contract.ts';
import type { ScriptSource } from '../errors/script-position.ts';
import type { TypeCode } from '../classes/class-code.ts';
import type { CallPlan } from '../engine/call-plan.ts';
import type { Frame } from '../engine/frame.ts';
import type { Output } from '../engine/output.ts';
import type { VariableLayout } from '../engine/variable-table.ts';
import type { FunctionCode } from './parameter-code.ts';

/** An expression: gives its value. */
export type Expression = (frame: Frame) => unknown;

/** How a statement ended otherwise than by reaching its end. */
export type Signal =
  | { readonly kind: 'break' | 'continue'; readonly label: string | undefined }
  | { readonly kind: 'return' };

/** A statement: writes its objects, and tells when a loop or block around it has to end. */
export type Statement = (frame: Frame, out: Output) => Signal | undefined;

/** A script block after compilation; its parts are compiled when first used. */
export interface CompiledScriptBlock extends FunctionCode {
  readonly ast: ScriptBlockAst;
  readonly source: ScriptSource;
  /** What stands between the braces. */
  readonly text: string;
  /** What `using namespace` names. */
  readonly namespaces: readonly string[];
  /** Its classes and enumerations. */
  readonly types: readonly TypeCode[];
  /** What callers have to know, worked out at the first call. */
  readonly contract: (frame: Frame) => FunctionPlan;
  /** Places of the variables that the code names. */
  readonly layout: VariableLayout;
  /** How the code is called directly; undefined when a call needs a pipeline. */
  readonly plan: (frame: Frame) => CallPlan | undefined;
  readonly dynamicParam: Statement | undefined;
  readonly begin: Statement | undefined;
  readonly process: Statement | undefined;
  readonly end: Statement | undefined;
  readonly clean: Statement | undefined;
}
