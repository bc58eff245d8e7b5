import type { ExpressionAst, PipelineBaseAst, StatementAst, VariableExpressionAst } from '../../../syntax/ast.ts';
import type { Compiler } from '../compiler.ts';
import { variableKey } from '../variables.ts';
import { expressionOf, isQuiet } from './quiet.ts';

/** Thrown where a loop does more than compute: it stays as it is. */
export class NotComputable {}

/** A value in the generated code: a name or a literal. */
export interface Operand {
  readonly text: string;
  /** Known to be a plain number, a Boolean or a text. */
  readonly kind: 'number' | 'boolean' | 'text' | 'any';
}

interface Local {
  readonly name: string;
  readonly key: string;
  readonly slot: number;
  assigned: boolean;
}

interface Position {
  readonly start: number;
  readonly end: number;
}

/**
 * Gathers the source of a generated loop: its lines, the constants that they name, and the variables that they hold in
 * local ones. Around everything that is not done on the spot the locals are written back and read again.
 */
export class Emitter {
  readonly constants: unknown[] = [];
  readonly locals = new Map<string, Local>();
  readonly #compiler: Compiler;
  #lines: string[] = [];
  #names = 0;
  #position = '';

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** The lines so far. The write-backs come in at the end, when all variables are known. */
  get text(): string {
    const locals = [...this.locals.values()];
    const assigned = locals.filter((local) => local.assigned);
    const flush = assigned.map(({ name }) => `${name}_.value = ${name};`).join(' ');
    const reload = locals.map(({ name }) => `${name} = ${name}_.value;`).join(' ');
    return this.#lines
      .map((line) => (line === flushMark ? flush : line === reloadMark ? reload : line))
      .filter((line) => line !== '')
      .join('\n');
  }

  name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  constant(value: unknown): string {
    return `constants[${this.constants.push(value) - 1}]`;
  }

  /** What errors from here on point at. */
  at(place: Position): void {
    this.#position = this.constant(place);
  }

  read(ast: VariableExpressionAst): string {
    return this.#local(ast).name;
  }

  assign(ast: ExpressionAst, { text }: Operand): void {
    if (ast.type !== 'VariableExpression' || !isPlain(ast)) throw new NotComputable();
    const local = this.#local(ast);
    local.assigned = true;
    this.line(`${local.name} = ${text};`);
  }

  #local({ path }: VariableExpressionAst): Local {
    const key = variableKey(path);
    const known = this.locals.get(key);
    if (known) return known;
    const local = { name: `v${this.locals.size}`, key, slot: this.#compiler.slotOf(key), assigned: false };
    this.locals.set(key, local);
    return local;
  }

  /** Something that may throw, or run code of the script: with the variables as they are written back before. */
  outside(text: string): void {
    this.line(flushMark);
    this.line(`frame.position = ${this.#position};`);
    this.line(text);
    this.line(reloadMark);
  }

  /** The value of something done outside. */
  value(text: string): Operand {
    const name = this.name('t');
    this.line(`let ${name};`);
    this.outside(`${name} = ${text};`);
    return { text: name, kind: 'any' };
  }

  /** An expression that is not written out stays the closure that it is elsewhere. */
  closure(ast: ExpressionAst): Operand {
    if (!isQuiet(ast)) throw new NotComputable();
    return this.value(`${this.constant(this.#compiler.expression(ast))}(frame)`);
  }

  /** A statement that stays a closure, whose value nobody wants. */
  effect(ast: StatementAst): void {
    this.outside(`${this.constant(this.#compiler.value(ast))}(frame);`);
  }

  /** One round of a loop has ended: now it may have to stop. */
  poll(): void {
    this.line('if (watch.isDue()) {');
    this.line(flushMark);
    this.line('watch.look();');
    this.line('}');
  }

  flush(): void {
    this.line(flushMark);
  }

  reload(): void {
    this.line(reloadMark);
  }
}

const flushMark = '/* flush */';
const reloadMark = '/* reload */';
const notPlain = new Set(['true', 'false', 'null', '?', 'error', '_', 'args', 'input', 'this', 'matches', 'foreach']);

/** Whether a variable is one like any other: nothing but assignments changes it. */
export const isPlain = ({ path, splatted }: VariableExpressionAst): boolean =>
  !splatted && path.scope === undefined && path.drive === undefined && !notPlain.has(variableKey(path));

/** The one expression that a statement consists of. */
export function loneExpression(ast: StatementAst | PipelineBaseAst): ExpressionAst {
  const expression = expressionOf(ast);
  if (!expression) throw new NotComputable();
  return expression;
}
