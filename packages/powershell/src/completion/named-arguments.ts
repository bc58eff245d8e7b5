import type { CommandAst, ExpressionAst } from '../syntax/ast.ts';

export interface Arguments {
  /** By names in lower case, as they were typed. */
  readonly named: ReadonlyMap<string, ExpressionAst>;
  readonly positional: readonly ExpressionAst[];
}

const switches = /^(?:unique|wait|caseinsensitive)$/;

/** The arguments of a command as they stand; a word behind a name is its value. */
export function argumentsOf({ elements }: CommandAst): Arguments {
  const named = new Map<string, ExpressionAst>();
  const positional: ExpressionAst[] = [];
  for (let index = 1; index < elements.length; index++) {
    const element = elements[index]!;
    if (element.type !== 'CommandParameter') {
      positional.push(element);
      continue;
    }
    const name = element.parameterName.toLowerCase();
    const next = elements[index + 1];
    if (element.argument) named.set(name, element.argument);
    else if (next && next.type !== 'CommandParameter' && !switches.test(name))
      named.set(name, elements[++index] as ExpressionAst);
  }
  return { named, positional };
}

/** The names of the properties that a list of names and calculated ones makes; undefined where it has wildcards. */
export function selectedNames(list: ExpressionAst | undefined): readonly string[] | undefined {
  if (!list) return undefined;
  const each = list.type === 'ArrayLiteral' ? list.elements : [list];
  const names = each.flatMap((element) => nameOf(element) ?? []);
  return names.length === 0 || names.some((name) => /[*?[]/.test(name)) ? undefined : names;
}

function nameOf(element: ExpressionAst): string | undefined {
  if (element.type === 'StringConstantExpression') return element.value;
  if (element.type !== 'Hashtable') return undefined;
  const pair = element.pairs.find(
    ([key]) => key.type === 'StringConstantExpression' && /^(?:n|name|l|label)$/i.test(key.value),
  );
  const statement = pair?.[1];
  const first = statement?.type === 'Pipeline' ? statement.elements[0] : undefined;
  const value = first?.type === 'CommandExpression' ? first.expression : undefined;
  return value?.type === 'StringConstantExpression' ? value.value : undefined;
}
