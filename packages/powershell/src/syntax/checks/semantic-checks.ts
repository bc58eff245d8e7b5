import type {
  AnyAst,
  ExpressionAst,
  HashtableAst,
  MemberAst,
  ParameterAst,
  ScriptBlockAst,
  TryStatementAst,
  UsingStatementAst,
  VariableExpressionAst,
} from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { fullTypeName, isVoidType } from '../type-name.ts';
import { voidConstraints, wrongTargets } from './assignment-checks.ts';
import { checkMethod, isStaticMember, isVoid } from './class-checks.ts';
import { checkAttribute } from './class-attributes.ts';
import { isConstant } from './constant-values.ts';
import { checkFlow, checkLabels, finallyBelow, type FinallyBlock } from './flow-checks.ts';
import { checkData } from './data-checks.ts';
import { checkReference, checkReferenceTarget } from './reference-checks.ts';
import type { Report } from './report.ts';
import { checkTypes, type Definition } from './type-checks.ts';

/** What a node is checked with. */
interface Place {
  readonly report: Report;
  readonly parent: AnyAst | undefined;
  readonly grandparent: AnyAst | undefined;
  /** The class member around the node, script blocks in it not counted. */
  readonly member: MemberAst | undefined;
  readonly finallyBlock: FinallyBlock | undefined;
}

export interface Meaning {
  /** The classes and enums of the script, each with the statements that it stands among. */
  readonly definitions: readonly Definition[];
  readonly report: Report;
}

/** Reports what reads well and still is no script: wrong targets, doubled keys, misplaced attributes, … */
export function checkMeaning(script: ScriptBlockAst, { definitions, report }: Meaning): void {
  checkTypes(script, { definitions, report });
  visitAll(script, report);
}

/** Checks every node from the root down; without recursion, as a sum of thousands is thousands of nodes deep. */
function visitAll(root: AnyAst, report: Report): void {
  const nodes = [root];
  const places: Place[] = [
    { report, parent: undefined, grandparent: undefined, member: undefined, finallyBlock: undefined },
  ];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const place = places.pop()!;
    check(node, place);
    const children = childNodes(node);
    if (children.length === 0) continue;
    const below = placeBelow(node, place);
    const last = node.type === 'TryStatement' ? node.finally : undefined;
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]!;
      nodes.push(child);
      places.push(child === last ? { ...below, finallyBlock: [] } : below);
    }
  }
}

function placeBelow(node: AnyAst, { report, parent, member, finallyBlock }: Place): Place {
  const isMember = node.type === 'FunctionMember' || node.type === 'PropertyMember';
  return {
    report,
    parent: node,
    grandparent: parent,
    member: isMember ? node : node.type === 'ScriptBlockExpression' ? undefined : member,
    finallyBlock: finallyBelow(node, finallyBlock),
  };
}

function check(node: AnyAst, place: Place): void {
  const { report } = place;
  switch (node.type) {
    case 'ParamBlock':
      return checkParameters(node.parameters, report);
    case 'FunctionDefinition':
      if (node.parameters && node.body.paramBlock) report('OnlyOneParameterListAllowed', node.body.paramBlock);
      else checkParameters(node.parameters ?? [], report);
      if (node.isWorkflow) report('WorkflowNotSupportedInPowerShellCore', node);
      return;
    case 'FunctionMember':
      checkParameters(node.parameters, report);
      checkLabels(node.body, report);
      return checkMethod(node, report);
    case 'Attribute':
      return checkAttribute(node, {
        report,
        parent: place.parent,
        isInMethod: place.member?.type === 'FunctionMember',
      });
    case 'SwitchStatement':
      if (node.flags.includes('Parallel')) report('KeywordParameterReservedForFutureUse', node, 'switch', 'parallel');
      return;
    case 'ForEachStatement':
      if (node.parallel) report('KeywordParameterReservedForFutureUse', node, 'foreach', 'parallel');
      if (node.throttleLimit && !node.parallel) {
        report('KeywordParameterReservedForFutureUse', node, 'foreach', 'throttlelimit');
        report('ThrottleLimitRequiresParallelFlag', node);
      }
      return;
    case 'TryStatement':
      return checkCatches(node, report);
    case 'DataStatement':
      return checkData(node, report);
    case 'BlockStatement':
      return report('UnexpectedKeyword', { start: node.start, end: node.start + node.keyword.length }, node.keyword);
    case 'UsingStatement':
      return checkUsing(node, report);
    default:
      return checkFlowOrExpression(node, place);
  }
}

function checkFlowOrExpression(node: AnyAst, place: Place): void {
  const { report, member } = place;
  switch (node.type) {
    case 'BreakStatement':
    case 'ContinueStatement':
      return checkFlow(node, place.finallyBlock, report);
    case 'ReturnStatement':
      checkFlow(node, place.finallyBlock, report);
      if (member?.type !== 'FunctionMember') return;
      if (node.pipeline && isVoid(member)) report('VoidMethodHasReturn', node);
      if (!node.pipeline && !isVoid(member)) report('NonVoidMethodMissingReturnValue', node);
      return;
    case 'AssignmentStatement':
      for (const wrong of wrongTargets(node.left, { several: node.operator === 'Equals' }))
        report('InvalidLeftHandSide', wrong);
      checkReferenceTarget(node.left, report);
      for (const constraint of voidConstraints(node.left)) report('VoidTypeConstraintNotAllowed', constraint);
      return;
    case 'UnaryExpression':
      return checkIncrement(node.operator, node.child, report);
    case 'ConvertExpression':
      if (fullTypeName(node.attribute.typeName).toLowerCase() === 'ordered' && node.child.type !== 'Hashtable') {
        report('OrderedAttributeOnlyOnHashLiteralNode', node, fullTypeName(node.attribute.typeName));
      }
      return checkReference(node, place);
    case 'AttributedExpression':
      return checkAttributed(node, report);
    case 'UsingExpression': {
      const wrong = wrongUsing(node.expression);
      if (wrong) report('InvalidUsingExpression', wrong);
      return;
    }
    case 'VariableExpression':
      return checkVariable(node, place);
    case 'Hashtable':
      return checkKeys(node, report);
    default:
  }
}

function checkParameters(parameters: readonly ParameterAst[], report: Report): void {
  const names = new Set<string>();
  for (const { name, attributes } of parameters) {
    const key = name.path.userPath.toLowerCase();
    if (names.has(key)) report('DuplicateFormalParameter', name, name.path.userPath);
    if (name.splatted) report('SplattingNotPermitted', name, name.path.userPath);
    names.add(key);
    const isVoid = attributes.find(({ type, typeName }) => type === 'TypeConstraint' && isVoidType(typeName));
    if (isVoid) report('VoidTypeConstraintNotAllowed', isVoid);
  }
}

/** A clause for everything hides those behind it; it is reported right before the next. */
function checkCatches({ catchClauses }: TryStatementAst, report: Report): void {
  catchClauses.slice(0, -1).forEach((clause, index) => {
    if (clause.catchTypes.length > 0) return;
    const start = catchClauses[index + 1]!.start - 1;
    report('EmptyCatchNotLast', { start, end: start });
  });
  checkHandled(catchClauses, report);
}

const exceptionName = /^(?:system\.)?(\S*exception)$/;

/** A handler behind one of all exceptions, or behind one of the same type, is never reached. */
function checkHandled(clauses: TryStatementAst['catchClauses'], report: Report): void {
  const handled = new Set<string>();
  for (const { catchTypes } of clauses) {
    const named = catchTypes.map((constraint) => {
      const name = fullTypeName(constraint.typeName);
      return { constraint, name, key: exceptionName.exec(name.toLowerCase())?.[1] };
    });
    for (const { constraint, name, key } of named) {
      const isHandled = key !== undefined && (handled.has('exception') || handled.has(key));
      if (isHandled) report('ExceptionTypeAlreadyCaught', constraint, name);
    }
    for (const { key } of named) if (key !== undefined) handled.add(key);
  }
}

const isNamespaceName = (text: string): boolean =>
  /^[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*$/u.test(text);

function checkUsing(using: UsingStatementAst, report: Report): void {
  const supported = using.usingKind === 'Namespace' || using.usingKind === 'Assembly' || using.usingKind === 'Module';
  if (!supported || using.alias) report('UsingStatementNotSupported', using);
  if (using.usingKind === 'Namespace' && using.name && !isNamespaceName(using.name.value))
    report('InvalidNamespaceValue', using.name);
}

const increments: Partial<Record<string, string>> = {
  PlusPlus: '++',
  PostfixPlusPlus: '++',
  MinusMinus: '--',
  PostfixMinusMinus: '--',
};

function checkIncrement(operator: string, child: ExpressionAst, report: Report): void {
  const text = increments[operator];
  if (text === undefined) return;
  for (const wrong of wrongTargets(child, { several: false }))
    report('OperatorRequiresVariableOrProperty', wrong, text);
}

/** Attributes that are no types belong to variables. */
function checkAttributed(node: Extract<AnyAst, { type: 'AttributedExpression' }>, report: Report): void {
  let child: ExpressionAst = node.child;
  while (child.type === 'AttributedExpression' || child.type === 'ConvertExpression') child = child.child;
  if (child.type !== 'VariableExpression')
    report('UnexpectedAttribute', node.attribute, fullTypeName(node.attribute.typeName));
}

/** `$using:x`, `$using:x.y`, `$using:x[1]`: nothing that has to be computed. */
function wrongUsing(expression: ExpressionAst): ExpressionAst | undefined {
  switch (expression.type) {
    case 'VariableExpression':
      return undefined;
    case 'MemberExpression':
      return expression.member.type === 'StringConstantExpression' ? wrongUsing(expression.expression) : expression;
    case 'IndexExpression':
      return isConstant(expression.index) ? wrongUsing(expression.target) : expression.index;
    default:
      return expression;
  }
}

function checkVariable(node: VariableExpressionAst, { report, parent, grandparent, member }: Place): void {
  const name = node.path.userPath;
  if (node.splatted && parent?.type !== 'Command' && parent?.type !== 'UsingExpression') {
    const inList = parent?.type === 'ArrayLiteral' && grandparent?.type === 'Command';
    report(inList ? 'SplattingNotPermittedInArgumentList' : 'SplattingNotPermitted', node, name);
  }
  if (name.toLowerCase() === 'this' && member && isStaticMember(member))
    report('NonStaticMemberAccessInStaticMember', node, name);
}

function checkKeys({ pairs }: HashtableAst, report: Report): void {
  const keys = new Set<string>();
  for (const [key] of pairs) {
    if (key.type !== 'StringConstantExpression' && key.type !== 'ConstantExpression') continue;
    const text = String(key.value);
    if (keys.has(text.toLowerCase())) report('DuplicateKeyInHashLiteral', key, text);
    keys.add(text.toLowerCase());
  }
}
