import type {
  AssignmentStatementAst,
  AttributedExpressionAst,
  ConvertExpressionAst,
  ExpressionAst,
  UnaryExpressionAst,
  VariableExpressionAst,
} from '../../syntax/ast.ts';
import type { TokenKind } from '../../syntax/token-kind.ts';
import type { Frame } from '../engine/frame.ts';
import { runScriptMember } from '../engine/call-block.ts';
import { getMember, getStatic, setMember, setStatic } from '../members/get-member.ts';
import { assignIndex, indexValue } from '../members/index-value.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';
import { constrainedVariable } from './constrained-variable.ts';
import { memberName } from './members.ts';
import { stepped, stepper, type StepOperator } from './steps.ts';
import { numberOperator } from './number-operators.ts';
import { operationOf } from './operations.ts';
import { assigner, compileVariable, ownReader, finder, scopeFor, variableKey } from './variables.ts';

/** Something that can be read and written, evaluated only once for both. */
interface Place {
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
}

type Target = (frame: Frame) => Place;

export const compoundOperators: Partial<Readonly<Record<TokenKind, TokenKind>>> = {
  PlusEquals: 'Plus',
  MinusEquals: 'Minus',
  MultiplyEquals: 'Multiply',
  DivideEquals: 'Divide',
  RemainderEquals: 'Rem',
};

/** `left = right` and its compound forms; gives the value assigned. */
export function compileAssignment(c: Compiler, ast: AssignmentStatementAst): Expression {
  const right = c.value(ast.right);
  if (ast.operator === 'Equals') return compileSimple(c, ast.left, right);
  const operator = compoundOperators[ast.operator];
  if (operator && ast.left.type === 'VariableExpression') return compileUpdate(c, ast.left, { operator, right });
  const target = compileTarget(c, ast.left);
  if (!operator) return coalesce(target, right);
  const operation = operationOf(operator)!;
  return (frame) => {
    const place = target(frame);
    const value = operation(place.read(), right(frame));
    place.write(value);
    return value;
  };
}

function compileSimple(c: Compiler, left: ExpressionAst, right: Expression): Expression {
  if (left.type === 'VariableExpression') {
    const assign = assigner(c, left.path);
    return (frame) => {
      const value = right(frame);
      assign(frame, value);
      return value;
    };
  }
  if (left.type === 'IndexExpression') return compileElement(c, left, right);
  const target = compileTarget(c, left);
  return (frame) => {
    const value = right(frame);
    target(frame).write(value);
    return value;
  };
}

/** `$x[…] = …`. */
function compileElement(c: Compiler, ast: ExpressionAst & { type: 'IndexExpression' }, right: Expression): Expression {
  const owner = c.expression(ast.target);
  const index = c.expression(ast.index);
  return (frame) => {
    const value = right(frame);
    assignIndex(owner(frame), index(frame), value);
    return value;
  };
}

interface Update {
  readonly operator: TokenKind;
  readonly right: Expression;
}

/** `$x += …` of a variable. */
function compileUpdate(c: Compiler, variable: VariableExpressionAst, { operator, right }: Update): Expression {
  const operation = operationOf(operator)!;
  const value = numberOperator(operator, operation)(ownReader(c, variable), right, operation);
  const assign = assigner(c, variable.path);
  return (frame) => {
    const updated = value(frame);
    assign(frame, updated);
    return updated;
  };
}

const coalesce =
  (target: Target, right: Expression): Expression =>
  (frame) => {
    const place = target(frame);
    const current = valueOrNull(place.read());
    if (current !== null) return current;
    const value = right(frame);
    place.write(value);
    return value;
  };

function compileTarget(c: Compiler, ast: ExpressionAst): Target {
  switch (ast.type) {
    case 'VariableExpression': {
      const read = compileVariable(c, ast);
      const write = assigner(c, ast.path);
      return (frame) => ({ read: () => read(frame), write: (value) => write(frame, value) });
    }
    case 'MemberExpression':
      return memberTarget(c, ast);
    case 'IndexExpression':
      return indexTarget(c, ast);
    case 'ArrayLiteral':
      return listTarget(ast.elements.map((element) => compileTarget(c, element)));
    case 'InvokeMemberExpression':
      return callTarget(c.expression(ast));
    case 'ParenExpression':
      return parenTarget(c, ast);
    case 'ConvertExpression':
    case 'AttributedExpression':
      return typedTarget(c, ast);
    default:
      throw new Error(`${ast.type} cannot be assigned to.`);
  }
}

function parenTarget(c: Compiler, ast: ExpressionAst & { type: 'ParenExpression' }): Target {
  const { pipeline } = ast;
  const element = pipeline.type === 'Pipeline' ? pipeline.elements[0] : undefined;
  if (element?.type !== 'CommandExpression') throw new Error('A parenthesis cannot be assigned to.');
  return compileTarget(c, element.expression);
}

function memberTarget(c: Compiler, ast: ExpressionAst & { type: 'MemberExpression' }): Target {
  const owner = c.expression(ast.expression);
  const name = memberName(c, ast.member);
  return (frame) => {
    const self = owner(frame);
    const member = name(frame);
    if (ast.isStatic) {
      return {
        read: () => getStatic(self, member) ?? null,
        write: (value) => setStatic(self, member, value),
      };
    }
    return {
      read: () => getMember(self, member, runScriptMember(frame)) ?? null,
      write: (value) => setMember(self, member, value),
    };
  };
}

function indexTarget(c: Compiler, ast: ExpressionAst & { type: 'IndexExpression' }): Target {
  const owner = c.expression(ast.target);
  const index = c.expression(ast.index);
  return (frame) => {
    const self = owner(frame);
    const at = index(frame);
    return { read: () => indexValue(self, at), write: (value) => assignIndex(self, at, value) };
  };
}

/** `$a, $b = …`: one element each, the last takes the rest. */
/** A method takes no value: it is called, and nothing else comes of it, as in the original. */
const callTarget =
  (call: Expression): Target =>
  (frame) => ({ read: () => call(frame), write: () => void call(frame) });

function listTarget(targets: readonly Target[]): Target {
  return (frame) => {
    const places = targets.map((target) => target(frame));
    return { read: () => places.map((place) => place.read()), write: (value) => spread(places, value) };
  };
}

function spread(places: readonly Place[], value: unknown): void {
  const items = listOf(value) ?? (value === nothing ? [] : [value]);
  const last = places.length - 1;
  places.forEach((place, index) => {
    if (index < last || items.length <= places.length) place.write(items[index] ?? null);
    else place.write(items.slice(last));
  });
}

/** `[int]$x = …`: the variable keeps the type, and the checks of attributes. */
function typedTarget(c: Compiler, ast: ConvertExpressionAst | AttributedExpressionAst): Target {
  const constrained = constrainedVariable(c, ast);
  if (!constrained) return compileTarget(c, ast.child);
  const { path } = constrained.variable;
  const write = assigner(c, path);
  const read = compileVariable(c, constrained.variable);
  const find = finder(c, path);
  return (frame) => ({
    read: () => read(frame),
    write: (value) => {
      const constraint = constrained.constraintIn(frame);
      const variable = find(frame);
      const isOwn = variable !== undefined && scopeFor(frame, path).variables.get(variableKey(path)) === variable;
      if (isOwn) variable.constraint = undefined;
      write(frame, constraint(value));
      const assigned = find(frame);
      if (assigned) assigned.constraint = constraint;
    },
  });
}

/** `++` and `--`, before or behind. */
export function compileStep(c: Compiler, ast: UnaryExpressionAst): Expression {
  const operator = ast.operator.endsWith('PlusPlus') ? '++' : '--';
  const isPostfix = ast.operator.startsWith('Postfix');
  const { child } = ast;
  if (child.type === 'VariableExpression') return compileVariableStep(c, child, { operator, isPostfix });
  const target = compileTarget(c, child);
  const steppable = stepper(operator);
  return (frame) => {
    const place = target(frame);
    const before = steppable(place.read());
    const after = stepped(operator, before);
    place.write(after);
    return isPostfix ? before : after;
  };
}

interface Step {
  readonly operator: StepOperator;
  readonly isPostfix: boolean;
}

function compileVariableStep(c: Compiler, variable: VariableExpressionAst, { operator, isPostfix }: Step): Expression {
  const read = compileVariable(c, variable);
  const assign = assigner(c, variable.path);
  const steppable = stepper(operator);
  return (frame) => {
    const value = read(frame);
    const before = typeof value === 'number' ? value : steppable(value);
    const after = stepped(operator, before);
    assign(frame, after);
    return isPostfix ? before : after;
  };
}
