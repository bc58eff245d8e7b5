import { registeredCompletions } from './argument-completers.ts';
import { attributeValues } from './attribute-values.ts';
import type { BindingPlan } from '../runtime/binder/binding-plan.ts';
import type { PlanParameter } from '../runtime/binder/plan-parameter.ts';
import type { CommandElementAst } from '../syntax/ast.ts';
import { type CommandAtCursor, commandAtCursor } from './command-at-cursor.ts';
import {
  asArgument,
  byName,
  type CompletionMatch,
  type CompletionRequest,
  type Found,
  startsWith,
} from './completion.ts';
import { completePath } from './complete-path.ts';
import { type KnownCommand, knownCommand, parameterNamed } from './complete-parameter.ts';
import { shapesBefore } from './infer-shape.ts';
import { membersOfShapes } from './shape.ts';

/** The value of a parameter: what its type or its attributes allow, what an embedder knows, properties, files. */
export function completeArgument(request: CompletionRequest): Found | undefined {
  const { before, session } = request;
  const at = commandAtCursor(before);
  if (!at || at.elements.length === 0) return undefined;
  const known = knownCommand(session, at, before);
  const { candidates, word } = known ? parametersAt(known.plan, at) : { candidates: [], word: at.word };
  const typed = word.replace(/^['"]/, '');
  for (const parameter of candidates) {
    const matches = valuesOf(request, { at, known: known!, parameter, word: typed });
    if (matches) return { length: word.length, matches };
  }
  const isKnown = candidates.some((parameter) => isTruthValue(parameter));
  return isKnown ? { length: word.length, matches: [] } : completePath(session, word);
}

interface ArgumentAtCursor {
  readonly at: CommandAtCursor;
  readonly known: KnownCommand;
  readonly parameter: PlanParameter;
  readonly word: string;
}

function valuesOf(
  request: CompletionRequest,
  { at, known, parameter, word }: ArgumentAtCursor,
): CompletionMatch[] | undefined {
  const { session } = request;
  const { command } = known;
  const offered = request.complete?.({ command: command.name, parameter: parameter.name, word });
  return (
    allowedValues(parameter, word) ??
    attributeValues({ session, command, parameter: parameter.name, word }) ??
    registeredCompletions({ session, command: command.name, parameter: parameter.name, word }) ??
    offered?.map((text) => valueMatch(text)) ??
    propertyMatches(request, at, { parameter, word })
  );
}

const isTruthValue = ({ type, isSwitch }: PlanParameter): boolean => isSwitch || type?.name === 'System.Boolean';

interface ParametersAtCursor {
  /** Several where parameter sets have different ones at the same position. */
  readonly candidates: readonly PlanParameter[];
  readonly word: string;
}

/** `-Name value`, `-Name:value`, or the next position. */
function parametersAt(plan: BindingPlan, { elements, last, word }: CommandAtCursor): ParametersAtCursor {
  if (last.type === 'CommandParameter' && word.includes(':')) {
    return { candidates: listed(parameterNamed(plan, last.parameterName)), word: word.slice(word.indexOf(':') + 1) };
  }
  const before = elements.at(-1);
  const isName = before?.type === 'CommandParameter' && !before.argument;
  const named = isName ? parameterNamed(plan, before.parameterName) : undefined;
  return { candidates: named && !named.isSwitch ? [named] : positional(plan, elements), word };
}

const listed = (parameter: PlanParameter | undefined): PlanParameter[] => (parameter ? [parameter] : []);

/** The parameters of the next position that nothing has taken. */
function positional(plan: BindingPlan, elements: readonly CommandElementAst[]): PlanParameter[] {
  const given = new Set<PlanParameter>();
  let values = 0;
  for (let index = 1; index < elements.length; index++) {
    const element = elements[index]!;
    const parameter = element.type === 'CommandParameter' ? parameterNamed(plan, element.parameterName) : undefined;
    if (element.type !== 'CommandParameter') values++;
    else if (parameter && !parameter.isSwitch && !element.argument) index++;
    if (parameter) given.add(parameter);
  }
  const open = plan.parameters.filter((parameter) => !given.has(parameter));
  return open.filter(({ uses }) => uses.some(({ position }) => position === values));
}

/** Of ValidateSet and of enumerations, sorted. */
function allowedValues({ spec, type }: PlanParameter, word: string): CompletionMatch[] | undefined {
  const set = spec.validate?.find(({ kind }) => kind === 'set');
  const values = set?.kind === 'set' ? set.values : type?.enumeration && Object.keys(type.enumeration);
  return values
    ?.filter((value) => startsWith(value, word))
    .toSorted(byName)
    .map((value) => valueMatch(value));
}

const valueMatch = (text: string): CompletionMatch => ({
  text: asArgument(text),
  list: text,
  type: 'ParameterValue',
  tip: text,
});

const takesProperties = /^(?:Property|ExpandProperty|ExcludeProperty|MemberName|GroupBy)$/;

/** Names of properties of what is piped in, for the commands that take them. */
function propertyMatches(
  { session }: CompletionRequest,
  { pipeline, command, script, path }: CommandAtCursor,
  { parameter, word }: Pick<ArgumentAtCursor, 'parameter' | 'word'>,
): CompletionMatch[] | undefined {
  if (!pipeline || !takesProperties.test(parameter.name)) return undefined;
  const shapes = shapesBefore(pipeline, pipeline.elements.indexOf(command), { session, script, path });
  if (shapes.length === 0) return undefined;
  return membersOfShapes(shapes)
    .filter(({ list, type }) => type === 'Property' && startsWith(list, word))
    .map((match) => ({ ...match, text: asArgument(match.text) }))
    .toSorted((a, b) => byName(a.list, b.list));
}
