import type { NamedBlockAst, ScriptBlockAst } from '../../syntax/ast.ts';
import type { FunctionPlan } from '../binder/function-contract.ts';
import type { ScriptSource } from '../errors/script-position.ts';
import { functionPlan } from '../binder/function-plan.ts';
import { planCall } from '../engine/direct-call.ts';
import type { Frame } from '../engine/frame.ts';
import type { VariableLayout } from '../engine/variable-table.ts';
import type { TypeCode } from '../classes/class-code.ts';
import type { CallPlan } from '../engine/call-plan.ts';
import { compileTypes } from './type-definitions.ts';
import { Compiler, type Grammar, type MethodBody } from './compiler.ts';
import type { CompiledScriptBlock, Statement } from './compiled.ts';
import { compileExpression } from './expressions.ts';
import { compileAttribute } from './attributes.ts';
import { isAdvanced, parameterCode } from './functions.ts';
import type { AttributeCode, ParameterCode } from './parameter-code.ts';
import { compileBlock, compileStatement, compileValue } from './statements.ts';

const grammar: Grammar = {
  expression: compileExpression,
  statement: compileStatement,
  block: compileBlock,
  value: compileValue,
  scriptBlock: compileScriptBlock,
};

/** Compiles a script block; each of its blocks when it is first run. */
export function compileScriptBlock(
  source: ScriptSource,
  ast: ScriptBlockAst,
  method?: MethodBody,
): CompiledScriptBlock {
  return new LazyScriptBlock(source, ast, method);
}

class LazyScriptBlock implements CompiledScriptBlock {
  readonly ast: ScriptBlockAst;
  readonly source: ScriptSource;
  readonly isAdvanced: boolean;
  readonly #compiler: Compiler;
  readonly #blocks = new Map<NamedBlockAst, Statement>();
  #layout: VariableLayout | undefined;
  /** Null until it was asked for. */
  #plan: CallPlan | undefined | null = null;
  #parameters: readonly ParameterCode[] | undefined;
  #attributes: readonly AttributeCode[] | undefined;
  #contract: FunctionPlan | undefined;
  #types: readonly TypeCode[] | undefined;

  constructor(source: ScriptSource, ast: ScriptBlockAst, method?: MethodBody) {
    this.source = source;
    this.ast = ast;
    this.isAdvanced = isAdvanced(ast);
    this.#compiler = new Compiler(source, grammar, method);
  }

  get text(): string {
    const text = this.source.text.slice(this.ast.start, this.ast.end);
    return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
  }

  get parameters(): readonly ParameterCode[] {
    const { paramBlock } = this.ast;
    return (this.#parameters ??= (paramBlock?.parameters ?? []).map((each) => parameterCode(this.#compiler, each)));
  }

  get attributes(): readonly AttributeCode[] {
    const { paramBlock } = this.ast;
    return (this.#attributes ??= (paramBlock?.attributes ?? []).map((each) => compileAttribute(this.#compiler, each)));
  }

  get types(): readonly TypeCode[] {
    return (this.#types ??= compileTypes(this.#compiler, this.ast));
  }

  /** What `using namespace` names: types of these need not be written in full. */
  get namespaces(): readonly string[] {
    return this.ast.usingStatements.flatMap(({ usingKind, name }) =>
      usingKind === 'Namespace' && name ? [name.value] : [],
    );
  }

  contract(frame: Frame): FunctionPlan {
    return (this.#contract ??= functionPlan(this, frame));
  }

  /** Taken once all blocks are compiled; what the compiler names later is kept in the map of a scope. */
  get layout(): VariableLayout {
    return (this.#layout ??= this.#fullLayout());
  }

  #fullLayout(): VariableLayout {
    const { dynamicParamBlock, beginBlock, processBlock, endBlock, cleanBlock } = this.ast;
    for (const block of [dynamicParamBlock, beginBlock, processBlock, endBlock, cleanBlock]) this.#block(block);
    for (const { name } of this.parameters) this.#compiler.slotOf(name.toLowerCase());
    return new Map(this.#compiler.slots);
  }

  plan(frame: Frame): CallPlan | undefined {
    if (this.#plan === null) this.#plan = planCall(this, frame);
    return this.#plan;
  }

  get dynamicParam(): Statement | undefined {
    return this.#block(this.ast.dynamicParamBlock);
  }

  get begin(): Statement | undefined {
    return this.#block(this.ast.beginBlock);
  }

  get process(): Statement | undefined {
    return this.#block(this.ast.processBlock);
  }

  get end(): Statement | undefined {
    return this.#block(this.ast.endBlock);
  }

  get clean(): Statement | undefined {
    return this.#block(this.ast.cleanBlock);
  }

  #block(block: NamedBlockAst | undefined): Statement | undefined {
    if (!block) return undefined;
    const known = this.#blocks.get(block);
    if (known) return known;
    const compiled = compileBlock(this.#compiler, block);
    this.#blocks.set(block, compiled);
    return compiled;
  }
}
