import type {
  ExpressionAst,
  InvokeMemberExpressionAst,
  PipelineBaseAst,
  StatementAst,
  StatementBlockAst,
} from '../../../syntax/ast.ts';
import { maybeIntrinsic } from '../../engine/intrinsic-methods.ts';

type Parts<T extends ExpressionAst['type']> = (ast: Extract<ExpressionAst, { type: T }>) => readonly Part[] | undefined;
type Part = ExpressionAst | undefined;

/** The parts of the expressions that may be quiet; undefined for those that are not, whatever their parts are. */
const table: { readonly [T in ExpressionAst['type']]?: Parts<T> } = {
  ConstantExpression: () => [],
  StringConstantExpression: () => [],
  TypeExpression: () => [],
  // `$?` is what the loop itself counts.
  VariableExpression: ({ splatted, path }) => (splatted || path.userPath === '?' ? undefined : []),
  ExpandableStringExpression: ({ nestedExpressions }) => nestedExpressions,
  BinaryExpression: ({ left, right }) => [left, right],
  UnaryExpression: ({ operator, child }) => (/(PlusPlus|MinusMinus)$/.test(operator) ? undefined : [child]),
  ConvertExpression: ({ attribute: { typeName }, child }) =>
    typeName.kind === 'simple' && typeName.name.toLowerCase() === 'ref' ? undefined : [child],
  TernaryExpression: ({ condition, ifTrue, ifFalse }) => [condition, ifTrue, ifFalse],
  MemberExpression: ({ expression, member }) => [expression, member],
  InvokeMemberExpression: (ast) => (callsNoBlock(ast) ? [ast.expression, ...(ast.arguments ?? [])] : undefined),
  IndexExpression: ({ target, index }) => [target, index],
  ArrayLiteral: ({ elements }) => elements,
  ParenExpression: ({ pipeline }) => [expressionOf(pipeline)],
  SubExpression: ({ body }) => statementsOf(body),
  ArrayExpression: ({ body }) => statementsOf(body),
  Hashtable: ({ pairs }) => pairs.flatMap(([key, value]) => [key, expressionOf(value)]),
};

/** Whether an expression sets no variable of its scope, and runs no command and no block in it. */
export function isQuiet(ast: ExpressionAst): boolean {
  const partsOf = table[ast.type] as ((ast: ExpressionAst) => readonly Part[] | undefined) | undefined;
  return partsOf?.(ast)?.every((part) => part !== undefined && isQuiet(part)) === true;
}

/** Whether a method's name is known, and none of those that run a block in the scope that calls. */
export const callsNoBlock = ({ member }: InvokeMemberExpressionAst): boolean =>
  member.type === 'StringConstantExpression' && !maybeIntrinsic(member.value);

const statementsOf = ({ statements, traps }: StatementBlockAst): readonly Part[] | undefined =>
  traps.length === 0 ? statements.map(expressionOf) : undefined;

/** The one expression that a statement consists of, if it is no more than that. */
export function expressionOf(ast: StatementAst | PipelineBaseAst): ExpressionAst | undefined {
  if (ast.type === 'CommandExpression' && ast.redirections.length === 0) return ast.expression;
  const [element] = ast.type === 'Pipeline' && !ast.background && ast.elements.length === 1 ? ast.elements : [];
  return element?.type === 'CommandExpression' && element.redirections.length === 0 ? element.expression : undefined;
}
