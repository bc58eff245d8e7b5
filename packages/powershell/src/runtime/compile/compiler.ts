import type { ExpressionAst, ScriptBlockAst, StatementAst, StatementBlockAst } from '../../syntax/ast.ts';
import type { TypeName } from '../../syntax/type-name.ts';
import type { ScriptSource } from '../errors/script-position.ts';
import type { CompiledScriptBlock, Expression, Statement } from './compiled.ts';

/** The parts of the compiler, so that they need not import each other. */
export interface Grammar {
  readonly expression: (c: Compiler, ast: ExpressionAst) => Expression;
  readonly statement: (c: Compiler, ast: StatementAst) => Statement;
  readonly block: (c: Compiler, ast: StatementBlockAst) => Statement;
  /** A statement whose objects become a value. */
  readonly value: (c: Compiler, ast: StatementAst) => Expression;
  readonly scriptBlock: (source: ScriptSource, ast: ScriptBlockAst, method?: MethodBody) => CompiledScriptBlock;
}

/** Code of a class: only what it returns leaves it. */
export interface MethodBody {
  /** The type of what is returned; undefined for any. */
  readonly returnType: TypeName | undefined;
}

/** Compiles the code of one script block; counts the variables that it names. */
export class Compiler {
  readonly source: ScriptSource;
  /** Set for the body of a class's method. */
  readonly method: MethodBody | undefined;
  readonly #grammar: Grammar;
  readonly #slots = new Map<string, number>();

  constructor(source: ScriptSource, grammar: Grammar, method?: MethodBody) {
    this.source = source;
    this.method = method;
    this.#grammar = grammar;
  }

  /** The variables that the code compiled so far names, by lower-case name, with their places. */
  get slots(): ReadonlyMap<string, number> {
    return this.#slots;
  }

  /** The place in a frame where a variable is kept once it was found. */
  slotOf(key: string): number {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(key, slot);
    return slot;
  }

  expression(ast: ExpressionAst): Expression {
    return this.#grammar.expression(this, ast);
  }

  statement(ast: StatementAst): Statement {
    return this.#grammar.statement(this, ast);
  }

  block(ast: StatementBlockAst): Statement {
    return this.#grammar.block(this, ast);
  }

  value(ast: StatementAst): Expression {
    return this.#grammar.value(this, ast);
  }

  scriptBlock(ast: ScriptBlockAst): CompiledScriptBlock {
    return this.#grammar.scriptBlock(this.source, ast);
  }

  methodBody(ast: ScriptBlockAst, returnType?: TypeName): CompiledScriptBlock {
    return this.#grammar.scriptBlock(this.source, ast, { returnType });
  }
}
