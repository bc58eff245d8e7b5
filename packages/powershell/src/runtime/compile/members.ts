import type {
  ExpressionAst,
  IndexExpressionAst,
  InvokeMemberExpressionAst,
  MemberExpressionAst,
} from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import { runScriptMember } from '../engine/call-block.ts';
import { intrinsicMethod } from '../engine/intrinsic-methods.ts';
import { getMember, getStatic } from '../members/get-member.ts';
import { indexValue } from '../members/index-value.ts';
import { invokeMember, invokeStatic } from '../members/invoke-member.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
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
  return (frame) => getMember(target(frame), name(frame), runScriptMember(frame)) ?? null;
}

export function compileInvoke(c: Compiler, ast: InvokeMemberExpressionAst): Expression {
  return compileBaseMethod(c, ast) ?? compileMethodCall(c, ast);
}

function compileMethodCall(c: Compiler, ast: InvokeMemberExpressionAst): Expression {
  const target = c.expression(ast.expression);
  const name = memberName(c, ast.member);
  const args = (ast.arguments ?? []).map((argument) => c.expression(argument));
  return (frame) => {
    const self = target(frame);
    if (ast.nullConditional && valueOrNull(self) === null) return null;
    const call = { target: self, name: name(frame), args: args.map((arg) => arg(frame)), run: runScriptMember(frame) };
    if (ast.isStatic) return invokeStatic(call);
    const intrinsic = intrinsicMethod(call);
    return intrinsic ? intrinsic(frame, call) : invokeMember(call);
  };
}

export function compileIndex(c: Compiler, ast: IndexExpressionAst): Expression {
  const target = c.expression(ast.target);
  const index = c.expression(ast.index);
  return (frame) => {
    const self = target(frame);
    if (ast.nullConditional && valueOrNull(self) === null) return null;
    return indexValue(self, index(frame));
  };
}
