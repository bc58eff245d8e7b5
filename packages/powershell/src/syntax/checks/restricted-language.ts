import type { AnyAst, CommandAst, ScriptBlockAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { type ParseError, type ParseErrorId, parseError } from '../parse-error.ts';
import { tokenText, tokenTraits } from '../token-kind.ts';
import { fullTypeName, type TypeName } from '../type-name.ts';
import type { Report } from './report.ts';

/** What restricted language allows besides data. */
export interface Allowed {
  /** Commands by name; undefined allows every command. */
  readonly commands?: readonly string[] | undefined;
  /** Variables besides those that are always allowed; `*` alone allows all. */
  readonly variables?: readonly string[] | undefined;
  readonly environment?: boolean;
}

const defaultVariables = ['PSCulture', 'PSUICulture', 'true', 'false', 'null'];

/** Syntax that is no data, and the error that says so. */
const refused: { readonly [T in AnyAst['type']]?: ParseErrorId } = {
  ScriptBlock: 'ScriptBlockNotSupportedInDataSection',
  ParamBlock: 'ParameterDeclarationNotSupportedInDataSection',
  Attribute: 'AttributeNotSupportedInDataSection',
  FunctionDefinition: 'FunctionDeclarationNotSupportedInDataSection',
  TrapStatement: 'TrapStatementNotSupportedInDataSection',
  SwitchStatement: 'SwitchStatementNotSupportedInDataSection',
  DataStatement: 'DataSectionStatementNotSupportedInDataSection',
  ForEachStatement: 'ForeachStatementNotSupportedInDataSection',
  DoWhileStatement: 'DoWhileStatementNotSupportedInDataSection',
  DoUntilStatement: 'DoWhileStatementNotSupportedInDataSection',
  ForStatement: 'ForWhileStatementNotSupportedInDataSection',
  WhileStatement: 'ForWhileStatementNotSupportedInDataSection',
  TryStatement: 'TryStatementNotSupportedInDataSection',
  BreakStatement: 'FlowControlStatementNotSupportedInDataSection',
  ContinueStatement: 'FlowControlStatementNotSupportedInDataSection',
  ReturnStatement: 'FlowControlStatementNotSupportedInDataSection',
  ExitStatement: 'FlowControlStatementNotSupportedInDataSection',
  ThrowStatement: 'FlowControlStatementNotSupportedInDataSection',
  AssignmentStatement: 'AssignmentStatementNotSupportedInDataSection',
  MergingRedirection: 'RedirectionNotSupportedInDataSection',
  FileRedirection: 'RedirectionNotSupportedInDataSection',
  MemberExpression: 'PropertyReferenceNotSupportedInDataSection',
  InvokeMemberExpression: 'MethodCallNotSupportedInDataSection',
  IndexExpression: 'ArrayReferenceNotSupportedInDataSection',
};

/** Reports everything in a piece of a script that restricted language refuses. Source: RestrictedLanguageChecker. */
export function checkRestricted(root: AnyAst, allowed: Allowed, report: Report): void {
  const id = refused[root.type];
  if (id) report(id, root);
  else checkNode(root, allowed, report);
  for (const child of childNodes(root)) checkRestricted(child, allowed, report);
}

function checkNode(node: AnyAst, allowed: Allowed, report: Report): void {
  switch (node.type) {
    case 'Command':
      return checkCommand(node, allowed, report);
    case 'VariableExpression':
      return checkVariable(node, allowed, report);
    case 'TypeConstraint':
    case 'TypeExpression':
      if (!isSimple(node.typeName)) report('TypeNotAllowedInDataSection', node, fullTypeName(node.typeName));
      return;
    case 'BinaryExpression': {
      const place = { start: node.operatorStart, end: node.operatorEnd };
      if (tokenTraits[node.operator].restricted)
        report('OperatorNotSupportedInDataSection', place, tokenText(node.operator));
      return;
    }
    case 'UnaryExpression':
      if (tokenTraits[node.operator].restricted)
        report('OperatorNotSupportedInDataSection', node, tokenText(node.operator));
      return;
    default:
  }
}

function checkCommand(node: CommandAst, { commands }: Allowed, report: Report): void {
  if (node.invocationOperator === 'Dot') return report('DotSourcingNotSupportedInDataSection', node);
  if (!commands) return;
  const [first] = node.elements;
  if (first?.type !== 'StringConstantExpression') return report('OperatorNotSupportedInDataSection', node, '&');
  const isAllowed = commands.some((name) => name.toLowerCase() === first.value.toLowerCase());
  if (!isAllowed) report('CmdletNotInAllowedListForDataSection', node, first.value);
}

function checkVariable(
  node: AnyAst & { type: 'VariableExpression' },
  { variables = [], environment = false }: Allowed,
  report: Report,
): void {
  const { userPath, drive } = node.path;
  if (variables.length === 1 && variables[0] === '*') return;
  const names = [...defaultVariables, ...variables];
  if (names.some((name) => name.toLowerCase() === userPath.toLowerCase())) return;
  if (environment && drive?.toLowerCase() === 'env') return;
  report('VariableReferenceNotSupportedInDataSection', node, names.map((name) => `$${name}`).join(', '));
}

/** Types of plain values, which no conversion to them can run code for. */
const simpleType =
  /^(?:system\.)?(?:bool(?:ean)?|char|s?byte|u?(?:short|int|long)|u?int(?:16|32|64)|single|float|double|decimal|datetime|string|dbnull)$/i;

const isSimple = (name: TypeName): boolean =>
  name.kind === 'array' ? isSimple(name.element) : name.kind === 'simple' && simpleType.test(name.name);

/** What keeps a whole script block from being run in restricted language. */
export function restrictedErrors({ endBlock, paramBlock, ...blocks }: ScriptBlockAst, allowed: Allowed): ParseError[] {
  const errors: ParseError[] = [];
  const report: Report = (id, { start, end }, ...values) =>
    void errors.push(parseError(id, { start, end, arguments: values }));
  const other = paramBlock ?? blocks.beginBlock ?? blocks.processBlock ?? blocks.dynamicParamBlock;
  if (other) report('InvalidScriptBlockInDataSection', other);
  for (const child of endBlock ? childNodes(endBlock) : []) checkRestricted(child, allowed, report);
  return errors;
}
