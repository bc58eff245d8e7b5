import type { AnyAst, ConvertExpressionAst, InvokeMemberExpressionAst } from '../../syntax/ast.ts';
import { membersOfType } from '../members/find-member.ts';
import { callOverload } from '../members/invoke-member.ts';
import { typeOf } from '../types/type-of.ts';
import { classState } from '../values/class-instance.ts';
import { resolveType } from './casts.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** `([Base]$x).Method()`: of an instance of a script's class the base's own method, though its class overrides it. */
export function compileBaseMethod(c: Compiler, ast: InvokeMemberExpressionAst, call: Expression): Expression {
  const cast = ast.isStatic ? undefined : castOfVariable(ast.expression);
  if (!cast || ast.member.type !== 'StringConstantExpression') return call;
  const { value: name } = ast.member;
  const value = c.expression(cast.child);
  const args = (ast.arguments ?? []).map((argument) => c.expression(argument));
  return (frame) => {
    const self = value(frame);
    if (typeof self !== 'object' || self === null || !classState(self)) return call(frame);
    const type = resolveType(frame, cast.attribute.typeName);
    const overloads = frame.session.types.isAssignable(typeOf(self), type.name)
      ? membersOfType(type).methods.get(name.toLowerCase())
      : undefined;
    return overloads ? callOverload(overloads, { name, args: args.map((arg) => arg(frame)), self }) : call(frame);
  };
}

function castOfVariable(node: AnyAst): ConvertExpressionAst | undefined {
  if (node.type === 'ParenExpression') return castOfVariable(node.pipeline);
  if (node.type === 'Pipeline') return node.elements.length === 1 ? castOfVariable(node.elements[0]!) : undefined;
  if (node.type === 'CommandExpression') return castOfVariable(node.expression);
  return node.type === 'ConvertExpression' && node.child.type === 'VariableExpression' ? node : undefined;
}
