import type { Session } from '../../runtime/engine/session.ts';
import type { DotNetType } from '../../runtime/types/define-type.ts';
import { parse } from '../../syntax/parser/parse.ts';
import type { TypeName } from '../../syntax/type-name.ts';

/** The type that a text names, as `[…]` in a script would: with arguments, with or without its namespace. */
export function typeNamed({ types }: Session, name: string): DotNetType | undefined {
  const known = types.find(name);
  if (known) return known;
  const typeName = typeNameIn(name);
  return typeName && types.resolve(typeName);
}

function typeNameIn(name: string): TypeName | undefined {
  const { ast, errors } = parse(`[${name}]`);
  const [statement] = ast.endBlock?.statements ?? [];
  const [element] = statement?.type === 'Pipeline' ? statement.elements : [];
  if (errors.length > 0 || element?.type !== 'CommandExpression') return undefined;
  return element.expression.type === 'TypeExpression' ? element.expression.typeName : undefined;
}
