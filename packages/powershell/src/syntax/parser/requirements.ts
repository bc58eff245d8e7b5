import type {
  CommandElementAst,
  CommandParameterAst,
  ExpressionAst,
  HashtableAst,
  ScriptRequirements,
  StatementAst,
} from '../ast.ts';
import { pureExpression } from '../checks/assignment-checks.ts';
import type { Token } from '../token.ts';
import { parseCommand } from './commands.ts';
import type { Parser } from './parser.ts';

/** What `#requires` lines ask for while they are read. */
interface Requirements {
  version?: string;
  elevated: boolean;
  readonly editions: string[];
  readonly modules: string[];
  readonly assemblies: string[];
}

/** One `#requires` line; with a snap-in in it, the version is the snap-in's. */
interface Line {
  readonly requirements: Requirements;
  readonly ofSnapIn: boolean;
}

type Value = string | HashtableAst;

const names = ['version', 'psedition', 'assembly', 'modules', 'runasadministrator', 'shellid', 'pssnapin'] as const;

/** requires-line: '#requires' { '-Version' version | '-PSEdition' edition | '-Modules' list | '-RunAsAdministrator' | … } */
export function readRequirements(p: Parser, comments: readonly Token[]): ScriptRequirements | undefined {
  if (comments.length === 0) return undefined;
  const requirements: Requirements = { elevated: false, editions: [], modules: [], assemblies: [] };
  for (const comment of comments) readLine(p, comment, requirements);
  return { version: undefined, ...requirements };
}

function readLine(p: Parser, comment: Token, requirements: Requirements): void {
  const start = comment.start + 1;
  const rest = { ...comment, start, unscanned: { text: comment.text.slice(1), offsets: undefined } };
  const command = p.lexer.nested(rest, () => {
    p.lexer.tokens = undefined;
    const parsed = parseCommand(p);
    p.skip();
    return parsed;
  });
  if (command?.type !== 'Command') return;
  const [name, ...elements] = command.elements;
  if (p.textOf(name!).toLowerCase() !== 'requires') p.error('ScriptRequiresInvalidFormat', command);
  const line = { requirements, ofSnapIn: elements.some(isSnapIn) };
  for (let index = 0; index < elements.length;) index += readElement(p, elements, { index, line });
}

const isSnapIn = (element: CommandElementAst): boolean =>
  element.type === 'CommandParameter' && 'pssnapin'.startsWith(element.parameterName.toLowerCase());

/** Gives how many elements were read. */
function readElement(
  p: Parser,
  elements: readonly CommandElementAst[],
  { index, line }: { index: number; line: Line },
): number {
  const parameter = elements[index]!;
  if (parameter.type !== 'CommandParameter') {
    p.error('ScriptRequiresInvalidFormat', parameter);
    return 1;
  }
  const following = elements[index + 1];
  const argument = parameter.argument ?? (following?.type === 'CommandParameter' ? undefined : following);
  readParameter(p, parameter, { argument, line });
  return argument && !parameter.argument ? 2 : 1;
}

interface ParameterValue {
  readonly argument: ExpressionAst | undefined;
  readonly line: Line;
}

function readParameter(p: Parser, parameter: CommandParameterAst, { argument, line }: ParameterValue): void {
  const { requirements } = line;
  const written = parameter.parameterName.toLowerCase();
  const name = names.find((known) => known.startsWith(written));
  if (name === 'runasadministrator') {
    requirements.elevated = true;
    if (argument) p.error('ParameterCannotHaveArgument', parameter, parameter.parameterName);
    return;
  }
  if (!argument) return p.error('ParameterRequiresArgument', parameter, parameter.parameterName);
  const values = valuesOf(p, argument);
  if (values.length === 0) return p.error('RequiresArgumentMustBeConstant', argument);
  const texts = values.filter((value) => typeof value === 'string');
  if (name === 'version') readVersion(p, parameter, { argument, text: texts[0] ?? p.textOf(argument), line });
  else if (name === 'psedition') requirements.editions.push(...texts);
  else if (name === 'assembly') requirements.assemblies.push(...texts);
  else if (name === 'modules') readModules(p, argument, { values, requirements });
}

/** The constant values of an argument; none when it is not constant. */
function valuesOf(p: Parser, argument: ExpressionAst): Value[] {
  switch (argument.type) {
    case 'StringConstantExpression':
      return [argument.value];
    case 'ConstantExpression':
      return [p.textOf(argument)];
    case 'Hashtable':
      return [argument];
    case 'ArrayLiteral':
      return argument.elements.flatMap((element) => valuesOf(p, element));
    default:
      return [];
  }
}

function readVersion(
  p: Parser,
  parameter: CommandParameterAst,
  { argument, text, line }: { argument: ExpressionAst; text: string; line: Line },
): void {
  const version = /^\d+$/.test(text) ? `${text}.0` : text;
  const { requirements, ofSnapIn } = line;
  if (!/^\d+(?:\.\d+){1,3}$/.test(version)) return p.error('RequiresVersionInvalid', argument);
  if (ofSnapIn) return;
  if (requirements.version !== undefined && requirements.version !== version)
    return p.error('ParameterAlreadyBound', parameter, '', 'version');
  requirements.version = version;
}

function readModules(
  p: Parser,
  argument: ExpressionAst,
  { values, requirements }: { values: readonly Value[]; requirements: Requirements },
): void {
  for (const value of values) {
    if (typeof value === 'string') requirements.modules.push(value);
    else {
      const wrong = wrongSpecification(value);
      if (wrong !== undefined) p.error('RequiresModuleInvalid', argument, wrong);
      requirements.modules.push(specificationText(p, value));
    }
  }
}

const specificationKeys = new Set(['modulename', 'moduleversion', 'requiredversion', 'maximumversion', 'guid']);

/** What is wrong with the table that describes a module, in the original's words. */
export function wrongSpecification(table: HashtableAst): string | undefined {
  const unknown = table.pairs.flatMap(([key]) => {
    const name = key.type === 'StringConstantExpression' ? key.value : '';
    return specificationKeys.has(name.toLowerCase()) ? [] : [`'${name}'`];
  });
  if (unknown.length === 0) return undefined;
  return (
    'The hashtable describing a module contains one or more members that are not valid. The valid members are ' +
    `(ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid (${unknown.join(', ')}), then try again.`
  );
}

function specificationText(p: Parser, table: HashtableAst): string {
  const parts = table.pairs.map(([key, value]) => `${p.textOf(key)} = '${statementText(value)}'`);
  return `@{ ${parts.join('; ')} }`;
}

function statementText(statement: StatementAst): string {
  const expression =
    statement.type === 'CommandExpression'
      ? statement.expression
      : statement.type === 'Pipeline'
        ? pureExpression(statement)
        : undefined;
  return expression?.type === 'StringConstantExpression' || expression?.type === 'ConstantExpression'
    ? String(expression.value)
    : '';
}
