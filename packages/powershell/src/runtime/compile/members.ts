import type {
  ExpressionAst,
  IndexExpressionAst,
  InvokeMemberExpressionAst,
  MemberExpressionAst,
} from '../../syntax/ast.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import { OrderedDictionary } from '../values/dictionary.ts';
import type { Frame } from '../engine/frame.ts';
import { runScriptMember } from '../engine/call-block.ts';
import { intrinsicMethod, maybeIntrinsic } from '../engine/intrinsic-methods.ts';
import { CallSite } from '../members/call-site.ts';
import { getMember, getStatic } from '../members/get-member.ts';
import { indexValue } from '../members/index-value.ts';
import { invokeMember, invokeStatic } from '../members/invoke-member.ts';
import { valueOrNull } from '../values/nothing.ts';
import { CustomObject } from '../values/ps-object.ts';
import { toText } from '../values/to-text.ts';
import { isGivenToAll, requireElement, requireProperty } from './strict-checks.ts';
import { compileBaseMethod } from './base-methods.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** A member's name: constant in most scripts. */
export function memberName(c: Compiler, ast: ExpressionAst): (frame: Frame) => string {
  if (ast.type === 'StringConstantExpression') return () => ast.value;
  const name = c.expression(ast);
  return (frame) => toText(name(frame));
}

export function compileMember(c: Compiler, ast: MemberExpressionAst): Expression {
  const target = c.expression(ast.expression);
  const name = memberName(c, ast.member);
  if (ast.isStatic) return (frame) => getStatic(target(frame), name(frame)) ?? null;
  if (ast.nullConditional) return conditionalMember(target, name);
  if (ast.member.type === 'StringConstantExpression') return compileProperty(target, ast.member.value);
  return (frame) => readProperty(frame, target(frame), name(frame));
}

/** `value?.name`: nothing of nothing. */
function conditionalMember(target: Expression, name: (frame: Frame) => string): Expression {
  return (frame) => {
    const self = target(frame);
    return valueOrNull(self) === null ? null : readProperty(frame, self, name(frame));
  };
}

/** A property; strict code asks for one that is there. */
function readProperty(frame: Frame, self: unknown, name: string): unknown {
  const value = getMember(self, name, runScriptMember(frame));
  if (value === undefined || isGivenToAll(frame, name)) requireProperty(frame, self, name);
  return value ?? null;
}

/** A property under a constant name: most are notes of custom objects. */
function compileProperty(target: Expression, name: string): Expression {
  const key = name.toLowerCase();
  if (key === 'length' || key === 'count') return compileLength(target, name);
  return (frame) => {
    const self = target(frame);
    const own = self instanceof CustomObject ? self.members.get(name) : undefined;
    if (own !== undefined && own.kind === 'note') return own.value ?? null;
    return readProperty(frame, self, name);
  };
}

/** `.Length` and `.Count`, of arrays and texts without a look-up. */
function compileLength(target: Expression, name: string): Expression {
  const ofText = name.toLowerCase() === 'length';
  return (frame) => {
    const self = target(frame);
    return Array.isArray(self) || (ofText && typeof self === 'string') ? self.length : readProperty(frame, self, name);
  };
}

export function compileInvoke(c: Compiler, ast: InvokeMemberExpressionAst): Expression {
  return compileBaseMethod(c, ast, compileMethodCall(c, ast));
}

function compileMethodCall(c: Compiler, ast: InvokeMemberExpressionAst): Expression {
  const target = c.expression(ast.expression);
  const name = memberName(c, ast.member);
  const args = (ast.arguments ?? []).map((argument) => c.expression(argument));
  const site = new CallSite();
  const isOwn = ast.member.type === 'StringConstantExpression' && !maybeIntrinsic(ast.member.value);
  return (frame) => {
    const self = target(frame);
    if (ast.nullConditional && valueOrNull(self) === null) return null;
    const call = {
      target: self,
      name: name(frame),
      args: args.map((arg) => arg(frame)),
      run: runScriptMember(frame),
    };
    if (ast.isStatic) return invokeStatic(call);
    if (isOwn) return site.invoke(call);
    const intrinsic = intrinsicMethod(call);
    return intrinsic ? intrinsic(frame, call) : invokeMember(call);
  };
}

/** `$map[[object]1]` asks an ordered map for a key, not for a place. */
export const isObjectCast = (ast: ExpressionAst): boolean =>
  ast.type === 'ConvertExpression' && /^(?:system\.)?object$/i.test(fullTypeName(ast.attribute.typeName));

const keyValue = (self: unknown, key: unknown): unknown =>
  self instanceof OrderedDictionary ? (self.get(valueOrNull(key)) ?? null) : indexValue(self, key);

export function compileIndex(c: Compiler, ast: IndexExpressionAst): Expression {
  const target = c.expression(ast.target);
  const index = c.expression(ast.index);
  const byKey = isObjectCast(ast.index);
  return (frame) => {
    const self = target(frame);
    if (ast.nullConditional && valueOrNull(self) === null) return null;
    if (!byKey) return elementOf(frame, self, index(frame));
    const value = keyValue(self, index(frame));
    requireElement(frame, value);
    return value;
  };
}

/** `$x[…]`; strict code asks for an element that is there. */
export function elementOf(frame: Frame, self: unknown, index: unknown): unknown {
  const value = indexValue(self, index);
  requireElement(frame, value);
  return value;
}
