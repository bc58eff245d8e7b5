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

type ChildValue = AnyAst | undefined | readonly ChildValue[];

/** The nodes right below a node, in the order of the tree. */
export function childNodes(node: AnyAst): AnyAst[] {
  const children: AnyAst[] = [];
  for (const key of childKeys[node.type]) collect(Reflect.get(node, key) as ChildValue, children);
  return children;
}

function collect(value: ChildValue, children: AnyAst[]): void {
  if (value === undefined) return;
  if ('type' in value) children.push(value);
  else for (const element of value) collect(element, children);
}

/** Calls `visit` for each node from the root down, with the nodes above it, the nearest first. */
export function walk(root: AnyAst, visit: (node: AnyAst, ancestors: readonly AnyAst[]) => void): void {
  const pending: { node: AnyAst; ancestors: readonly AnyAst[] }[] = [{ node: root, ancestors: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, ancestors } = next;
    visit(node, ancestors);
    const above = [node, ...ancestors.slice(0, keptAncestors)];
    for (const child of childNodes(node).toReversed()) pending.push({ node: child, ancestors: above });
  }
}

// Deep nesting must not cost the square of its depth; no question goes further up than this.
const keptAncestors = 64;
