import type { Command } from '../runtime/engine/command.ts';
import type { Session } from '../runtime/engine/session.ts';
import { compileText } from '../runtime/compile/compile-text.ts';
import type { AttributeAst, ParameterAst } from '../syntax/ast.ts';
import { fullTypeName } from '../syntax/type-name.ts';
import { runCompleter } from './argument-completers.ts';
import { asArgument, byName, type CompletionMatch, same, startsWith } from './completion.ts';

export interface ArgumentWord {
  readonly session: Session;
  readonly command: Command;
  readonly parameter: string;
  readonly word: string;
}

/** The values that the attributes of a function's parameter name; undefined when they name none. */
export function attributeValues(argument: ArgumentWord): CompletionMatch[] | undefined {
  const attributes = attributesOf(argument);
  const set = attributes.find((attribute) => isNamed(attribute, 'ValidateSet'));
  if (set) return listed(set, argument.word).toSorted((a, b) => byName(a.list, b.list));
  const offered = attributes.find((attribute) => isNamed(attribute, 'ArgumentCompletions'));
  if (offered) return listed(offered, argument.word);
  const completer = attributes.find((attribute) => isNamed(attribute, 'ArgumentCompleter'));
  return completer && completed(completer, argument);
}

function attributesOf({ command, parameter }: ArgumentWord): AttributeAst[] {
  if (command.kind === 'cmdlet' || command.kind === 'application') return [];
  const parameters: readonly ParameterAst[] = command.code.ast.paramBlock?.parameters ?? [];
  const found = parameters.find(({ name }) => same(name.path.unqualifiedPath, parameter));
  return (found?.attributes ?? []).filter((attribute) => attribute.type === 'Attribute');
}

const isNamed = ({ typeName }: AttributeAst, name: string): boolean =>
  same(fullTypeName(typeName).replace(/^.*\./, ''), name);

const listed = ({ positionalArguments }: AttributeAst, word: string): CompletionMatch[] =>
  positionalArguments
    .flatMap((argument) => (argument.type === 'StringConstantExpression' ? [argument.value] : []))
    .filter((value) => startsWith(value, word))
    .map((value) => ({ text: asArgument(value), list: value, type: 'ParameterValue', tip: value }));

/** What the block of an ArgumentCompleter offers. */
function completed({ positionalArguments: [argument] }: AttributeAst, word: ArgumentWord): CompletionMatch[] {
  const { command } = word;
  if (argument?.type !== 'ScriptBlockExpression' || command.kind === 'cmdlet' || command.kind === 'application')
    return [];
  const text = command.code.source.text.slice(argument.start + 1, argument.end - 1);
  return runCompleter(compileText(text), { ...word, command: command.name });
}
