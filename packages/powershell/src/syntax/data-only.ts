import type { AnyAst } from './ast.ts';
import { childNodes } from './child-nodes.ts';
import { parse } from './parser/parse.ts';

/** What may stand in a data file. Source: IsSafeValueVisitor. */
const dataNodes = new Set([
  'ScriptBlock',
  'NamedBlock',
  'StatementBlock',
  'Pipeline',
  'CommandExpression',
  'Hashtable',
  'ArrayExpression',
  'ArrayLiteral',
  'ParenExpression',
  'ConstantExpression',
  'StringConstantExpression',
  'ExpandableStringExpression',
  'UnaryExpression',
  'BinaryExpression',
  'ConvertExpression',
  'TypeConstraint',
  'TypeExpression',
  'SubExpression',
]);

const harmlessVariables = new Set(['true', 'false', 'null', 'psscriptroot']);

/** Whether a text is nothing but values: no commands, calls, or variables besides the constants. */
export function isDataOnly(text: string): boolean {
  const { ast, errors } = parse(text);
  return errors.length === 0 && isData(ast);
}

function isData(node: AnyAst): boolean {
  if (node.type === 'VariableExpression') return harmlessVariables.has(node.path.unqualifiedPath.toLowerCase());
  return dataNodes.has(node.type) && [...childNodes(node)].every(isData);
}
