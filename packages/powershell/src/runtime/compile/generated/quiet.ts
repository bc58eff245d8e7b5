import type {
  AnyAst,
  ExpressionAst,
  InvokeMemberExpressionAst,
  PipelineBaseAst,
  StatementAst,
} from '../../../syntax/ast.ts';
import { childNodes } from '../../../syntax/child-nodes.ts';
import { maybeIntrinsic } from '../../engine/intrinsic-methods.ts';

type Test<T extends AnyAst['type']> = (ast: Extract<AnyAst, { type: T }>) => boolean;

const always = (): boolean => true;

/** The nodes that may stand in a quiet expression, and what is asked of each besides. */
const table: { readonly [T in AnyAst['type']]?: Test<T> } = {
  ConstantExpression: always,
  StringConstantExpression: always,
  TypeExpression: always,
  TypeConstraint: always,
  // `$?` is what the loop itself counts.
  VariableExpression: ({ splatted, path }) => !splatted && path.userPath !== '?',
  ExpandableStringExpression: always,
  BinaryExpression: always,
  UnaryExpression: (ast) => !isStep(ast),
  ConvertExpression: ({ attribute: { typeName } }) =>
    typeName.kind !== 'simple' || typeName.name.toLowerCase() !== 'ref',
  TernaryExpression: always,
  MemberExpression: always,
  InvokeMemberExpression: (ast) => callsNoBlock(ast),
  IndexExpression: always,
  ArrayLiteral: always,
  ParenExpression: always,
  SubExpression: always,
  ArrayExpression: always,
  StatementBlock: ({ traps }) => traps.length === 0,
  Hashtable: always,
  Pipeline: ({ background, elements }) => !background && elements.length === 1,
  CommandExpression: ({ redirections }) => redirections.length === 0,
};

/** Whether an expression sets no variable of its scope, and runs no command and no block in it. */
export function isQuiet(ast: AnyAst): boolean {
  const test = table[ast.type] as ((ast: AnyAst) => boolean) | undefined;
  return test?.(ast) === true && childNodes(ast).every(isQuiet);
}

/** `$i++` and its like. */
export const isStep = (ast: ExpressionAst): boolean =>
  ast.type === 'UnaryExpression' && /(PlusPlus|MinusMinus)$/.test(ast.operator);

/** Whether a method's name is known, and none of those that run a block in the scope that calls. */
export const callsNoBlock = ({ member }: InvokeMemberExpressionAst): boolean =>
  member.type === 'StringConstantExpression' && !maybeIntrinsic(member.value);

/** The one expression that a statement consists of, if it is no more than that. */
export function expressionOf(ast: StatementAst | PipelineBaseAst): ExpressionAst | undefined {
  if (ast.type === 'CommandExpression' && ast.redirections.length === 0) return ast.expression;
  const [element] = ast.type === 'Pipeline' && !ast.background && ast.elements.length === 1 ? ast.elements : [];
  return element?.type === 'CommandExpression' && element.redirections.length === 0 ? element.expression : undefined;
}
