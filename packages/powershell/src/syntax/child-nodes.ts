import type { AnyAst } from './ast.ts';

type NodeType = AnyAst['type'];

/** The members of each node that hold nodes, in the order of the tree: one, a list, or a list of pairs. */
const childKeys: Readonly<Record<NodeType, readonly string[]>> = {
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

/** Calls `visit` for each node right below a node, in the order of the tree. */
function forEachChild(node: AnyAst, visit: (child: AnyAst) => void): void {
  for (const key of childKeys[node.type]) {
    const value = Reflect.get(node, key) as ChildValue;
    if (value === undefined) continue;
    if (!isList(value)) visit(value);
    else for (const element of value) visitElement(element, visit);
  }
}

const isList = (
  value: AnyAst | readonly unknown[],
): value is readonly unknown[] & Exclude<ChildValue, AnyAst | undefined> => Array.isArray(value);

function visitElement(element: AnyAst | readonly AnyAst[], visit: (child: AnyAst) => void): void {
  if (isPair(element)) for (const child of element) visit(child);
  else visit(element);
}

const isPair = (element: AnyAst | readonly AnyAst[]): element is readonly AnyAst[] => Array.isArray(element);

/** The nodes right below a node, in the order of the tree. */
export function childNodes(node: AnyAst): AnyAst[] {
  const children: AnyAst[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}
