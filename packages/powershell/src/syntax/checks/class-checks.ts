import type {
  AnyAst,
  AttributeBaseAst,
  FunctionMemberAst,
  MemberAst,
  StatementAst,
  StatementBlockAst,
} from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { isVoidType } from '../type-name.ts';
import { pureExpression } from './assignment-checks.ts';
import { checkMethodVariables } from './method-variables.ts';
import type { Report } from './report.ts';

/** What holds for the methods of a class: a value on every path, own variables only, no `$this` in a static one. */
export function checkMethod(method: FunctionMemberAst, report: Report): void {
  const { body } = method;
  if (body.paramBlock) report('ParamBlockNotAllowedInMethod', body.paramBlock);
  const unnamedEnd = body.endBlock?.unnamed === false ? body.endBlock : undefined;
  const named = [body.dynamicParamBlock, body.beginBlock, body.processBlock, body.cleanBlock, unnamedEnd].find(Boolean);
  if (named) report('NamedBlockNotAllowedInMethod', named);
  if (method.isConstructor && method.returnType) report('ConstructorCantHaveReturnType', method.returnType);
  if (!isVoid(method) && !leaves(body.endBlock?.statements ?? [])) report('MethodHasCodePathNotReturn', nameOf(method));
  checkMethodVariables(method, report);
  for (const { attributes } of method.parameters) checkConstraints(attributes, report);
}

/** A method's parameter has one type. */
function checkConstraints(attributes: readonly AttributeBaseAst[], report: Report): void {
  const constraints = attributes.filter(({ type }) => type === 'TypeConstraint');
  for (const constraint of constraints.slice(1)) report('MultipleTypeConstraintsOnMethodParam', constraint);
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

export function isStaticMember(member: MemberAst): boolean {
  return member.modifiers.some((modifier) => modifier === 'Static');
}
