import type {
  AssignmentStatementAst,
  BreakStatementAst,
  ContinueStatementAst,
  DoUntilStatementAst,
  DoWhileStatementAst,
  ExpressionAst,
  ForEachStatementAst,
  ForStatementAst,
  IfStatementAst,
  IndexExpressionAst,
  PipelineBaseAst,
  StatementAst,
  StatementBlockAst,
  WhileStatementAst,
} from '../../../syntax/ast.ts';
import { compoundOperators } from '../assignments.ts';
import { emitExpression, emitOperator, truthOf } from './emit-expression.ts';
import { type Emitter, loneExpression, NotComputable } from './emitter.ts';
import { isQuiet, isStep } from './quiet.ts';

export type LoopAst =
  | ForEachStatementAst
  | ForStatementAst
  | WhileStatementAst
  | DoWhileStatementAst
  | DoUntilStatementAst;

/** A loop around the lines that are emitted: what `break` and `continue` in it become. */
interface Around {
  readonly label: string | undefined;
  readonly loop: string;
  readonly body: string;
}

/** Emits a loop without its initializer. */
export function emitLoop(e: Emitter, ast: LoopAst, outer: readonly Around[]): void {
  const around = [{ label: ast.label?.toLowerCase(), loop: e.name('loop'), body: e.name('body') }, ...outer];
  const [{ loop, body }] = around as [Around];
  e.line(`${loop}: for (;;) {`);
  const checksFirst = ast.type === 'ForStatement' || ast.type === 'WhileStatement';
  if (checksFirst && ast.condition) emitCheck(e, ast.condition, { leave: loop, when: false });
  if (ast.type === 'ForEachStatement') emitNext(e, ast, loop);
  e.poll();
  e.line(`${body}: {`);
  emitBlock(e, ast.body, around);
  e.line('}');
  if (ast.type === 'ForStatement' && ast.iterator) {
    e.at(ast.iterator);
    emitEffect(e, ast.iterator);
  }
  if (ast.type === 'DoWhileStatement') emitCheck(e, ast.condition, { leave: loop, when: false });
  if (ast.type === 'DoUntilStatement') emitCheck(e, ast.condition, { leave: loop, when: true });
  e.line('}');
}

/** The next element, of the enumerator that the loop was handed over with. */
function emitNext(e: Emitter, { variable }: ForEachStatementAst, leave: string): void {
  e.at(variable);
  const hasNext = e.value('items.moveNext()');
  e.line(`if (!${hasNext.text}) break ${leave};`);
  e.assign(variable, { text: 'items.current', kind: 'any' });
}

function emitCheck(e: Emitter, condition: PipelineBaseAst, { leave, when }: { leave: string; when: boolean }): void {
  e.at(condition);
  const truth = truthOf(emitExpression(e, loneExpression(condition)));
  e.line(`if (${when ? '' : '!'}${truth}) break ${leave};`);
}

/** The statements one by one; what one throws is settled, and the next one runs. */
function emitBlock(e: Emitter, { statements, traps }: StatementBlockAst, around: readonly Around[]): void {
  if (traps.length > 0) throw new NotComputable();
  for (const statement of statements) {
    e.line('try {');
    e.at(statement);
    emitStatement(e, statement, around);
    e.line('succeeded = true;');
    e.line('} catch (error) { settle(frame, error); succeeded = false;');
    e.reload();
    e.line('}');
  }
}

function emitStatement(e: Emitter, ast: StatementAst, around: readonly Around[]): void {
  switch (ast.type) {
    case 'IfStatement':
      return emitIf(e, ast, around);
    case 'ForStatement':
      if (ast.initializer) emitEffect(e, ast.initializer);
      return emitLoop(e, ast, around);
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'DoUntilStatement':
      return emitLoop(e, ast, around);
    case 'BreakStatement':
      return e.line(`break ${target(ast, around).loop};`);
    case 'ContinueStatement':
      return e.line(`break ${target(ast, around).body};`);
    default:
      return emitWritten(e, ast);
  }
}

function target({ label }: BreakStatementAst | ContinueStatementAst, around: readonly Around[]): Around {
  if (label && label.type !== 'StringConstantExpression') throw new NotComputable();
  const wanted = label?.value.toLowerCase();
  const found = wanted === undefined ? around[0] : around.find((each) => each.label === wanted);
  if (!found) throw new NotComputable();
  return found;
}

function emitIf(e: Emitter, { clauses, elseClause }: IfStatementAst, around: readonly Around[]): void {
  for (const [condition, body] of clauses) {
    e.at(condition);
    e.line(`if (${truthOf(emitExpression(e, loneExpression(condition)))}) {`);
    emitBlock(e, body, around);
    e.line('} else {');
  }
  if (elseClause) emitBlock(e, elseClause, around);
  e.line('}'.repeat(clauses.length));
}

/** The beginning of a `for` or its step: what it gives is not written. */
function emitEffect(e: Emitter, ast: StatementAst): void {
  if (ast.type === 'AssignmentStatement') emitAssignment(e, ast);
  else emitExpression(e, loneExpression(ast));
}

/** A statement in a block: an expression writes its value, but for a step. */
function emitWritten(e: Emitter, ast: StatementAst): void {
  if (ast.type === 'AssignmentStatement') return emitAssignment(e, ast);
  const expression = loneExpression(ast);
  const value = emitExpression(e, expression);
  if (!isStep(expression)) e.outside(`writeEnumerated(out, ${value.text});`);
}

function emitAssignment(e: Emitter, ast: AssignmentStatementAst): void {
  const { left, operator, right } = ast;
  if (left.type === 'MemberExpression' && isQuiet(left) && isQuiet(loneExpression(right))) return e.effect(ast);
  if (left.type === 'IndexExpression') return emitElement(e, ast, left);
  if (operator === 'Equals') return e.assign(left, emitExpression(e, loneExpression(right)));
  const plain = compoundOperators[operator];
  if (!plain) throw new NotComputable();
  const a = emitExpression(e, left);
  const b = emitExpression(e, loneExpression(right));
  e.assign(left, emitOperator(e, plain, { a, b }));
}

/** `$x[…] = …`. */
function emitElement(e: Emitter, ast: AssignmentStatementAst, { target, index }: IndexExpressionAst): void {
  const right = loneExpression(ast.right);
  if (ast.operator !== 'Equals') {
    if (![target, index, right].every(isQuiet)) throw new NotComputable();
    return e.effect(ast);
  }
  const value = emitExpression(e, right);
  const owner = emitExpression(e, target);
  e.outside(`assignIndex(${owner.text}, ${emitExpression(e, index).text}, ${value.text});`);
}
