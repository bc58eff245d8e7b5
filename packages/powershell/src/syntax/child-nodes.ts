import type { AnyAst } from './ast.ts';

type NodeType = AnyAst['type'];

/** The members of each node that hold nodes, in the order of the tree: one, a list, or a list of pairs. */
export const nodeTypes: Readonly<Record<NodeType, readonly string[]>> = {
  ArrayExpression: ['body'],
  ArrayLiteral: ['elements'],
  AssignmentStatement: ['left', 'right'],
  Attribute: ['positionalArguments', 'namedArguments'],
  AttributedExpression: ['attribute', 'child'],
  BaseCtorInvokeMemberExpression: ['arguments'],
  BinaryExpression: ['left', 'right'],
  BlockStatement: ['body'],
  BreakStatement: ['label'],
  CatchClause: ['catchTypes', 'body'],
  Command: ['elements', 'redirections'],
  CommandExpression: ['expression', 'redirections'],
  CommandParameter: ['argument'],
  ConstantExpression: [],
  ContinueStatement: ['label'],
  ConvertExpression: ['attribute', 'child'],
  DataStatement: ['commandsAllowed', 'body'],
  DoUntilStatement: ['condition', 'body'],
  DoWhileStatement: ['condition', 'body'],
  ErrorExpression: ['nested'],
  ErrorStatement: ['bodies', 'conditions', 'nested'],
  ExitStatement: ['pipeline'],
  ExpandableStringExpression: ['nestedExpressions'],
  FileRedirection: ['location'],
  ForEachStatement: ['variable', 'condition', 'throttleLimit', 'body'],
  ForStatement: ['initializer', 'condition', 'iterator', 'body'],
  FunctionDefinition: ['parameters', 'body'],
  FunctionMember: ['attributes', 'returnType', 'parameters', 'body'],
  Hashtable: ['pairs'],
  IfStatement: ['clauses', 'elseClause'],
  IndexExpression: ['target', 'index'],
  InvokeMemberExpression: ['expression', 'member', 'arguments'],
  MemberExpression: ['expression', 'member'],
  MergingRedirection: [],
  NamedAttributeArgument: ['argument'],
  NamedBlock: ['traps', 'statements'],
  ParamBlock: ['attributes', 'parameters'],
  Parameter: ['attributes', 'defaultValue'],
  ParenExpression: ['pipeline'],
  Pipeline: ['elements'],
  PipelineChain: ['left', 'right'],
  PropertyMember: ['attributes', 'propertyType', 'initialValue'],
  ReturnStatement: ['pipeline'],
  ScriptBlock: [
    'usingStatements',
    'paramBlock',
    'dynamicParamBlock',
    'beginBlock',
    'processBlock',
    'endBlock',
    'cleanBlock',
  ],
  ScriptBlockExpression: ['scriptBlock'],
  StatementBlock: ['traps', 'statements'],
  StringConstantExpression: [],
  SubExpression: ['body'],
  SwitchStatement: ['condition', 'clauses', 'defaultClause'],
  TernaryExpression: ['condition', 'ifTrue', 'ifFalse'],
  ThrowStatement: ['pipeline'],
  TrapStatement: ['trapType', 'body'],
  TryStatement: ['body', 'catchClauses', 'finally'],
  TypeConstraint: [],
  TypeDefinition: ['attributes', 'baseTypes', 'members'],
  TypeExpression: [],
  UnaryExpression: ['child'],
  UsingExpression: ['expression'],
  UsingStatement: ['name', 'alias', 'moduleSpecification'],
  VariableExpression: [],
  WhileStatement: ['condition', 'body'],
};

type ChildValue = AnyAst | undefined | readonly (AnyAst | readonly AnyAst[])[];

const isList = (value: AnyAst | readonly unknown[]): value is readonly (AnyAst | readonly AnyAst[])[] =>
  Array.isArray(value);

const isPair = (element: AnyAst | readonly AnyAst[]): element is readonly AnyAst[] => Array.isArray(element);

/** The nodes right below a node, in the order of the tree. */
export function childNodes(node: AnyAst): AnyAst[] {
  const children: AnyAst[] = [];
  const members = node as unknown as Readonly<Record<string, ChildValue>>;
  for (const key of nodeTypes[node.type]) {
    const value = members[key];
    if (value === undefined) continue;
    if (isList(value)) addAll(children, value);
    else children.push(value);
  }
  return children;
}

function addAll(children: AnyAst[], list: readonly (AnyAst | readonly AnyAst[])[]): void {
  for (const element of list) {
    if (isPair(element)) children.push(...element);
    else children.push(element);
  }
}
