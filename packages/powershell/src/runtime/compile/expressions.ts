import type { ExpressionAst, StatementBlockAst } from '../../syntax/ast.ts';
import { callBase } from '../classes/call-method.ts';
import { isTrue } from '../values/truth.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { TypeValue } from '../values/type-value.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { Collector } from '../engine/output.ts';
import type { Compiler } from './compiler.ts';
import { usingFrame } from './using-frame.ts';
import type { Expression } from './compiled.ts';
import { raiseSignal } from './loop-escape.ts';
import { constantValue } from './constants.ts';
import { refused } from './refused.ts';
import { compileBinary, compileUnary } from './operators.ts';
import { compileConvert, resolveType } from './casts.ts';
import { compileHashtable } from './hashtables.ts';
import { compileIndex, compileInvoke, compileMember } from './members.ts';
import { compileExpandable } from './strings.ts';
import { compileVariable } from './variables.ts';

type Compile<T extends ExpressionAst['type']> = (c: Compiler, ast: Extract<ExpressionAst, { type: T }>) => Expression;

const table: { readonly [T in ExpressionAst['type']]?: Compile<T> } = {
  ConstantExpression: (_c, { valueType, value }) => constant(constantValue(valueType, value)),
  StringConstantExpression: (_c, { value }) => constant(value),
  ExpandableStringExpression: compileExpandable,
  VariableExpression: compileVariable,
  BinaryExpression: compileBinary,
  UnaryExpression: compileUnary,
  ConvertExpression: compileConvert,
  AttributedExpression: (c, { child }) => c.expression(child),
  TernaryExpression: (c, ast) =>
    ternary(c.expression(ast.condition), c.expression(ast.ifTrue), c.expression(ast.ifFalse)),
  MemberExpression: compileMember,
  InvokeMemberExpression: compileInvoke,
  BaseCtorInvokeMemberExpression: (c, { arguments: args = [] }) => baseCall(args.map((arg) => c.expression(arg))),
  IndexExpression: compileIndex,
  Hashtable: compileHashtable,
  ParenExpression: (c, { pipeline }) => c.value(pipeline),
  // Without a statement it is $null, not nothing. Source: Compiler.VisitSubExpression.
  SubExpression: (c, { body }) => (body.statements.length === 0 ? () => null : collected(c, body)),
  ArrayExpression: (c, { body }) => arrayOfStatements(c, body),
  ArrayLiteral: (c, { elements }) => literalArray(elements.map((element) => c.expression(element))),
  TypeExpression: (_c, { typeName, start, end }) => {
    const place = { ...typeName, start, end };
    return (frame) => new TypeValue(resolveType(frame, place));
  },
  ScriptBlockExpression: (c, { scriptBlock }) => {
    const code = c.scriptBlock(scriptBlock);
    return (frame) => new ScriptBlock(code, frame.scope.module?.scope);
  },
  UsingExpression: (c, { expression }) => {
    const value = c.expression(expression);
    return (frame) => value(usingFrame(frame, c.slots.size));
  },
};

/** Compiles any expression. */
export function compileExpression(c: Compiler, ast: ExpressionAst): Expression {
  const compile = table[ast.type] as ((c: Compiler, ast: ExpressionAst) => Expression) | undefined;
  return compile ? compile(c, ast) : refused(`The expression ${ast.type}`);
}

const constant =
  (value: unknown): Expression =>
  () =>
    value;

const baseCall =
  (args: readonly Expression[]): Expression =>
  (frame) => {
    callBase(
      frame,
      args.map((arg) => valueOrNull(arg(frame))),
    );
    return nothing;
  };

const ternary =
  (condition: Expression, ifTrue: Expression, ifFalse: Expression): Expression =>
  (frame) =>
    isTrue(condition(frame)) ? ifTrue(frame) : ifFalse(frame);

const literalArray =
  (elements: readonly Expression[]): Expression =>
  (frame) =>
    elements.map((element) => valueOrNull(element(frame)));

/** `$(…)`: all objects that the statements write. */
function collected(c: Compiler, body: StatementBlockAst): Expression {
  const run = c.block(body);
  return (frame) => {
    const out = new Collector();
    raiseSignal(run(frame, out));
    return out.value;
  };
}

/** `@(…)`: an array whatever the statements write; an array literal in it is not copied. */
function arrayOfStatements(c: Compiler, body: StatementBlockAst): Expression {
  const run = c.block(body);
  return (frame) => {
    const out = new Collector();
    const { position } = frame;
    raiseSignal(run(frame, out));
    frame.position = position;
    return out.items;
  };
}
