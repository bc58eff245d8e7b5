import { findCommand } from '../runtime/engine/pipeline.ts';
import type { CommandAst, ExpressionAst, PipelineAst, StatementAst } from '../syntax/ast.ts';
import { fullTypeName } from '../syntax/type-name.ts';
import { allNodes } from './command-at-cursor.ts';
import { same } from './completion.ts';
import { argumentsOf, selectedNames } from './named-arguments.ts';
import { deeper, type ExpressionInScript } from './inferred-members.ts';
import { safeValue } from './safe-value.ts';
import { type Shape, shapeOfProperty, shapeOfType, shapeOfValue } from './shape.ts';

/** What comes to an element of a pipeline. */
export function shapesBefore(pipeline: PipelineAst, index: number, from: ExpressionInScript): readonly Shape[] {
  const element = pipeline.elements[index - 1];
  const place = deeper(from);
  if (!element || !place) return [];
  if (element.type === 'CommandExpression') return shapesOf(element.expression, place);
  return shapesOfCommand(element, { pipeline, index: index - 1, place });
}

/** What an expression gives, without running anything. */
export function shapesOf(expression: ExpressionAst, from: ExpressionInScript): readonly Shape[] {
  const place = deeper(from);
  if (!place) return [];
  const names = namesOfTable(expression);
  if (names) return [{ kind: 'names', names }];
  const value = safeValue(place.session, expression, place.script);
  if (value !== undefined && value !== null) return shapeOfValue(value);
  switch (expression.type) {
    case 'ParenExpression':
      return shapesOfStatement(expression.pipeline, place);
    case 'ArrayExpression':
    case 'SubExpression':
      return shapesOfLast(expression.body.statements, place);
    case 'IndexExpression':
      return shapesOf(expression.target, place);
    case 'MemberExpression':
      return shapesOfMember(expression, place);
    case 'VariableExpression':
      return shapesOfVariable(expression.path.unqualifiedPath, place);
    default:
      return [];
  }
}

/** The keys of a table that becomes an object. */
function namesOfTable(expression: ExpressionAst): readonly string[] | undefined {
  if (expression.type !== 'ConvertExpression' || expression.child.type !== 'Hashtable') return undefined;
  if (!/^(?:System\.Management\.Automation\.)?PS(?:Custom)?Object$/i.test(fullTypeName(expression.attribute.typeName)))
    return undefined;
  return expression.child.pairs.flatMap(([key]) => (key.type === 'StringConstantExpression' ? key.value : []));
}

function shapesOfMember(
  node: ExpressionAst & { type: 'MemberExpression' },
  place: ExpressionInScript,
): readonly Shape[] {
  const { expression, member, isStatic } = node;
  if (isStatic || member.type !== 'StringConstantExpression') return [];
  return shapesOf(expression, place).flatMap((shape) => shapeOfProperty(shape, member.value));
}

function shapesOfStatement(statement: StatementAst, place: ExpressionInScript): readonly Shape[] {
  if (statement.type === 'CommandExpression')
    return shapesOf((statement as { expression: ExpressionAst }).expression, place);
  return statement.type === 'Pipeline' ? shapesBefore(statement, statement.elements.length, place) : [];
}

const shapesOfLast = (statements: readonly StatementAst[], place: ExpressionInScript): readonly Shape[] => {
  const last = statements.at(-1);
  return last ? shapesOfStatement(last, place) : [];
};

/** `$_` is what the pipeline brings; other variables are what they were given last, or an element of their loop's list. */
function shapesOfVariable(name: string, place: ExpressionInScript): readonly Shape[] {
  if (same(name, '_') || same(name, 'PSItem')) return shapesOfItem(place);
  let found: StatementAst | undefined;
  for (const node of allNodes(place.script)) {
    if (node.type === 'AssignmentStatement' && isVariable(node.left, name)) found = node.right;
    if (node.type === 'ForEachStatement' && isVariable(node.variable, name)) found = node.condition;
  }
  return found ? shapesOfStatement(found, place) : [];
}

const isVariable = (node: ExpressionAst, name: string): boolean =>
  node.type === 'VariableExpression' && same(node.path.unqualifiedPath, name);

/** What comes to the command whose script block the cursor is in. */
function shapesOfItem(place: ExpressionInScript): readonly Shape[] {
  const { path } = place;
  const at = path.findLastIndex(
    ({ type }, index) => type === 'Command' && path[index + 1]?.type === 'ScriptBlockExpression',
  );
  const [pipeline, command] = [path[at - 1], path[at]];
  if (pipeline?.type !== 'Pipeline' || command?.type !== 'Command') return [];
  // The blocks around this command are those of what is inside.
  const outer = { ...place, path: path.slice(0, at - 1) };
  return shapesBefore(pipeline, pipeline.elements.indexOf(command), outer);
}

interface CommandPlace {
  readonly pipeline: PipelineAst;
  readonly index: number;
  readonly place: ExpressionInScript;
}

/** Commands that write what comes to them. */
const passing = /^(?:Where-Object|Sort-Object|Tee-Object|Get-Unique|Get-Random)$/;

function shapesOfCommand(command: CommandAst, { pipeline, index, place }: CommandPlace): readonly Shape[] {
  const [first] = command.elements;
  if (first?.type !== 'StringConstantExpression') return [];
  const { session } = place;
  const found = findCommand({ scope: session.scope, session }, first.value);
  if (found?.kind !== 'cmdlet') return [];
  if (passing.test(found.name)) return shapesBefore(pipeline, index, place);
  if (found.name === 'Select-Object') return shapesOfSelection(command, { pipeline, index, place });
  if (found.name === 'ForEach-Object') return shapesOfBlock(command, place);
  const names = found.outputMembers?.() ?? [];
  return names.length > 0 ? [{ kind: 'names', names }] : (found.outputTypes ?? []).flatMap((type) => shapeOfType(type));
}

function shapesOfSelection(command: CommandAst, { pipeline, index, place }: CommandPlace): readonly Shape[] {
  const given = argumentsOf(command);
  if (given.named.has('expandproperty')) return [];
  const names = selectedNames(given.named.get('property') ?? given.positional[0]);
  return names ? [{ kind: 'names', names }] : shapesBefore(pipeline, index, place);
}

function shapesOfBlock(command: CommandAst, place: ExpressionInScript): readonly Shape[] {
  const given = argumentsOf(command);
  const block = given.named.get('process') ?? given.positional[0];
  if (block?.type !== 'ScriptBlockExpression') return [];
  return shapesOfLast(block.scriptBlock.endBlock?.statements ?? [], place);
}
