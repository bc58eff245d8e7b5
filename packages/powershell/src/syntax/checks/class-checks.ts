import type { AnyAst, FunctionMemberAst, MemberAst, StatementAst, StatementBlockAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { isVoidType } from '../type-name.ts';
import type { VariablePath } from '../variable-path.ts';
import { pureExpression } from './assignment-checks.ts';
import type { Report } from './report.ts';

/** Variables that a method sees without assigning them. */
const visibleInMethods = new Set(
  (
    'this _ args input true false null error host home pid psversiontable psscriptroot pscommandpath myinvocation ' +
    'pscmdlet psboundparameters executioncontext matches foreach switch pwd shellid psculture psuiculture lastexitcode ' +
    'stacktrace iswindows islinux ismacos iscoreclr erroractionpreference warningpreference verbosepreference ' +
    'debugpreference informationpreference progresspreference confirmpreference whatifpreference psitem ofs profile $ ^ ?'
  ).split(' '),
);

/** What holds for the methods of a class: a value on every path, own variables only, no `$this` in a static one. */
export function checkMethod(method: FunctionMemberAst, report: Report): void {
  const { body } = method;
  if (body.paramBlock) report('ParamBlockNotAllowedInMethod', body.paramBlock);
  const named = [body.dynamicParamBlock, body.beginBlock, body.processBlock, body.cleanBlock].find((block) => block);
  if (named) report('NamedBlockNotAllowedInMethod', named);
  if (method.isConstructor && method.returnType) report('ConstructorCantHaveReturnType', method.returnType);
  if (!isVoid(method) && !leaves(body.endBlock?.statements ?? [])) report('MethodHasCodePathNotReturn', nameOf(method));
  checkVariables(method, report);
}

/** The text of a method's name: it ends where the parameters begin. */
function nameOf(method: FunctionMemberAst): { start: number; end: number } {
  return { start: method.nameStart, end: method.nameStart + method.name.length };
}

export function isVoid(method: FunctionMemberAst): boolean {
  return !method.returnType || isVoidType(method.returnType.typeName);
}

/** Whether no path falls out at the end of the statements. */
function leaves(statements: readonly StatementAst[]): boolean {
  return statements.some(statementLeaves);
}

const blockLeaves = (block: StatementBlockAst | undefined): boolean => block !== undefined && leaves(block.statements);

function statementLeaves(statement: StatementAst): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ExitStatement':
      return true;
    case 'IfStatement':
      return blockLeaves(statement.elseClause) && statement.clauses.every(([, body]) => blockLeaves(body));
    case 'SwitchStatement':
      return blockLeaves(statement.defaultClause) && statement.clauses.every(([, body]) => blockLeaves(body));
    case 'TryStatement':
      return (
        blockLeaves(statement.finally) ||
        (blockLeaves(statement.body) && statement.catchClauses.every(({ body }) => blockLeaves(body)))
      );
    case 'WhileStatement': {
      const condition = pureExpression(statement.condition);
      return (
        condition?.type === 'VariableExpression' &&
        condition.path.userPath.toLowerCase() === 'true' &&
        !breaks(statement.body)
      );
    }
    case 'DoWhileStatement':
    case 'DoUntilStatement':
      return blockLeaves(statement.body);
    default:
      return false;
  }
}

const breaks = (node: AnyAst): boolean => node.type === 'BreakStatement' || childNodes(node).some(breaks);

const isLocal = (path: VariablePath): boolean =>
  path.drive === undefined && path.scope !== 'global' && path.scope !== 'script';

function checkVariables(method: FunctionMemberAst, report: Report): void {
  const assigned = new Set(method.parameters.map(({ name }) => name.path.unqualifiedPath.toLowerCase()));
  collectAssigned(method.body, assigned);
  const visit = (node: AnyAst): void => {
    if (node.type === 'ScriptBlockExpression') return;
    if (node.type === 'VariableExpression' && isLocal(node.path)) {
      const name = node.path.unqualifiedPath.toLowerCase();
      if (!assigned.has(name) && !visibleInMethods.has(name)) report('VariableNotLocal', node);
    }
    childNodes(node).forEach(visit);
  };
  visit(method.body);
}

function collectAssigned(node: AnyAst, assigned: Set<string>): void {
  if (node.type === 'AssignmentStatement') collectTargets(node.left, assigned);
  if (node.type === 'ForEachStatement') assigned.add(node.variable.path.unqualifiedPath.toLowerCase());
  if (node.type === 'ScriptBlockExpression') return;
  for (const child of childNodes(node)) collectAssigned(child, assigned);
}

function collectTargets(node: AnyAst, assigned: Set<string>): void {
  if (node.type === 'VariableExpression') assigned.add(node.path.unqualifiedPath.toLowerCase());
  if (node.type === 'MemberExpression' || node.type === 'IndexExpression' || node.type === 'InvokeMemberExpression')
    return;
  for (const child of childNodes(node)) collectTargets(child, assigned);
}

export function isStaticMember(member: MemberAst): boolean {
  return member.modifiers.some((modifier) => modifier === 'Static');
}
