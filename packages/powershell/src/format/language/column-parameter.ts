import { Dictionary } from '../../runtime/values/dictionary.ts';
import { isNumeric, toNumber } from '../../runtime/values/number-types.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { formatErrors } from '../errors.ts';
import type { ColumnParameter, Expression } from '../expression.ts';
import type { Alignment } from '../table-writer.ts';

/** Runs a script block with `$_`. */
export type RunBlock = (block: ScriptBlock, value: unknown) => unknown;

type Key = 'alignment' | 'depth' | 'expression' | 'formatString' | 'label' | 'width';

/** What a calculated property may say; any beginning of a word that names one key will do. */
const keyWords: readonly (readonly [word: string, key: Key])[] = [
  ['expression', 'expression'],
  ['label', 'label'],
  ['name', 'label'],
  ['width', 'width'],
  ['alignment', 'alignment'],
  ['formatstring', 'formatString'],
  ['depth', 'depth'],
];

const alignments: readonly Alignment[] = ['left', 'center', 'right'];

/** One value of `-Property` or `-GroupBy`: a name, a script block, or a hashtable that says more. */
export function columnParameter(given: unknown, run: RunBlock): ColumnParameter {
  if (!(given instanceof Dictionary)) return { expression: expressionOf(given, run) };
  const said = new Map<Key, unknown>();
  for (const [key, value] of given.entries.values()) said.set(keyNamed(toText(key)), value);
  if (!said.has('expression')) throw formatErrors.missingKey({ key: 'expression' });
  return {
    expression: expressionOf(said.get('expression'), run),
    label: textOr(said.get('label')),
    formatString: textOr(said.get('formatString')),
    width: numberOr(said.get('width')),
    depth: numberOr(said.get('depth')),
    alignment: said.has('alignment') ? alignmentNamed(toText(said.get('alignment'))) : undefined,
  };
}

function keyNamed(given: string): Key {
  const word = given.toLowerCase();
  const found = keyWords.find(([name]) => word !== '' && name.startsWith(word));
  if (!found) throw formatErrors.unknownKey({ key: given });
  return found[1];
}

function expressionOf(given: unknown, run: RunBlock): Expression {
  if (!(given instanceof ScriptBlock)) return { property: toText(given) };
  return { text: given.code.text, compute: (value) => run(given, value) };
}

function alignmentNamed(given: string): Alignment {
  const found = alignments.find((name) => given !== '' && name.startsWith(given.toLowerCase()));
  if (!found) throw formatErrors.unknownAlignment({ value: given });
  return found;
}

const textOr = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : toText(value);

const numberOr = (value: unknown): number | undefined => (isNumeric(value) ? toNumber(value) : undefined);
