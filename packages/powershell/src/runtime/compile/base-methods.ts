import type { AnyAst, ConvertExpressionAst, InvokeMemberExpressionAst } from '../../syntax/ast.ts';
import { membersOfType } from '../members/find-member.ts';
import { callOverload } from '../members/invoke-member.ts';
import { scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { resolveType } from './casts.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** `([Base]$this).Method()` in a class: the base's own method, though the class overrides it. */
export function compileBaseMethod(c: Compiler, ast: InvokeMemberExpressionAst): Expression | undefined {
  const cast = c.method && !ast.isStatic ? castOfThis(ast.expression) : undefined;
  if (!cast || ast.member.type !== 'StringConstantExpression') return undefined;
  const { value: name } = ast.member;
  const self = c.expression(cast.child);
  const args = (ast.arguments ?? []).map((argument) => c.expression(argument));
  return (frame) => {
    const type = resolveType(frame, cast.attribute.typeName);
    const overloads = membersOfType(type).methods.get(name.toLowerCase());
    if (!overloads) throw scriptError('MethodNotFound', [displayTypeName(type.name), name], { target: name });
    return callOverload(overloads, { name, args: args.map((arg) => arg(frame)), self: self(frame) });
  };
}

function castOfThis(node: AnyAst): ConvertExpressionAst | undefined {
  if (node.type === 'ParenExpression') return castOfThis(node.pipeline);
  if (node.type === 'Pipeline') return node.elements.length === 1 ? castOfThis(node.elements[0]!) : undefined;
  if (node.type === 'CommandExpression') return castOfThis(node.expression);
  const isThis =
    node.type === 'ConvertExpression' &&
    node.child.type === 'VariableExpression' &&
    node.child.path.userPath.toLowerCase() === 'this';
  return isThis ? node : undefined;
}
