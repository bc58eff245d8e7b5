import { terminating } from './object-errors.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { isTrue } from '../../runtime/values/truth.ts';
import { type ColumnParameter, type Expression, hasWildcard } from '../../format/expression.ts';
import type { Alignment } from '../../format/table-writer.ts';

/** Runs a script block with `$_`; throws what it throws. */
export type RunBlock = (block: ScriptBlock, value: unknown) => unknown;

type EntryName =
  | 'alignment'
  | 'ascending'
  | 'depth'
  | 'descending'
  | 'expression'
  | 'formatString'
  | 'label'
  | 'name'
  | 'width'
  | 'givenAlignment'
  | 'givenWidth';

interface Entry {
  /** Words whose beginning names the entry; the first is the one that errors tell. */
  readonly words: readonly string[];
  /** Any value without them. */
  readonly types?: readonly string[];
}

const text = ['System.String'];
const whole = ['System.Int32'];

const entries: Readonly<Record<EntryName, Entry>> = {
  alignment: { words: ['alignment'], types: text },
  ascending: { words: ['ascending'] },
  depth: { words: ['depth'], types: whole },
  descending: { words: ['descending'] },
  expression: { words: ['expression'], types: ['System.String', 'System.Management.Automation.ScriptBlock'] },
  formatString: { words: ['formatString'], types: text },
  label: { words: ['label', 'name'], types: text },
  name: { words: ['name', 'label'], types: text },
  width: { words: ['width'], types: whole },
  givenAlignment: { words: ['alignment'], types: text },
  givenWidth: { words: ['width'], types: ['System.String', 'System.Int32'] },
};

/** What the hashtables of a command may say. Source: the CommandParameterDefinition of each. */
export const parameterDefinitions = {
  custom: ['expression', 'depth'],
  group: ['expression'],
  groupBy: ['expression', 'formatString', 'label'],
  html: ['expression', 'label', 'givenAlignment', 'givenWidth'],
  list: ['expression', 'formatString', 'label'],
  measure: ['expression'],
  select: ['expression', 'name'],
  sort: ['expression', 'ascending', 'descending'],
  table: ['expression', 'formatString', 'width', 'alignment', 'label'],
  wide: ['expression', 'formatString'],
} as const satisfies Record<string, readonly EntryName[]>;

export type ParameterDefinition = keyof typeof parameterDefinitions;

/** One value of `-Property` or `-GroupBy`, read. */
export interface PropertyParameter extends ColumnParameter {
  readonly ascending?: boolean | undefined;
  readonly descending?: boolean | undefined;
  /** As HTML has them. */
  readonly givenAlignment?: string | undefined;
  readonly givenWidth?: string | undefined;
}

export interface ReadOptions {
  readonly definition: ParameterDefinition;
  readonly run: RunBlock;
}

/** Commands that compare name single properties. */
const withoutWildcards: ReadonlySet<ParameterDefinition> = new Set(['group']);

type Said = Map<EntryName, unknown>;

/** A name, a script block, or a hashtable that says more. Source: ParameterProcessor. */
export function propertyParameter(given: unknown, options: ReadOptions): PropertyParameter {
  const isHash = given instanceof Dictionary;
  const said: Said = isHash ? saidIn(given, options.definition) : new Map([['expression', single(given)]]);
  const label = said.get('label') ?? said.get('name');
  return {
    ...checkedParts(said),
    expression: expressionOf(said.get('expression'), { ...options, isHash }),
    ...(label === undefined ? {} : { label: label as string }),
  };
}

function checkedParts(said: Said): Partial<PropertyParameter> {
  const parts: Record<string, unknown> = {};
  for (const [name, value] of said) {
    const check = checks[name];
    if (check) parts[name] = check(value);
  }
  return parts;
}

const checks: Partial<Record<EntryName, (value: unknown) => unknown>> = {
  alignment: (value) => alignmentNamed(value as string),
  ascending: isTrue,
  depth: (value) => value,
  descending: isTrue,
  formatString: (value) => {
    if (value === '') throw terminating('FormatStringEmpty', ['formatString']);
    return value;
  },
  width: (value) => {
    if ((value as number) <= 0) throw terminating('WidthOutOfRange', [String(value), 'width']);
    return value;
  },
  givenAlignment: (value) => value,
  givenWidth: (value) => toText(value),
};

function single(given: unknown): unknown {
  const types = entries.expression.types!;
  if (given === null || given === undefined) throw terminating('DictionaryKeyNullType', [listed(types)]);
  const type = typeNameOf(given);
  if (!types.includes(type)) throw terminating('DictionaryKeyUnknownType', [type, listed(types)]);
  return given;
}

function saidIn(hash: Dictionary, definition: ParameterDefinition): Said {
  const said: Said = new Map();
  for (const [key, value] of hash.pairs()) {
    if (typeof key !== 'string') throw terminating('DictionaryKeyNonString', [typeNameOf(key).split('.').at(-1)!]);
    const name = entryNamed(key, definition);
    if (said.has(name)) throw terminating('DictionaryKeyDuplicate', [key, wordOf(name)]);
    checkType(key, value, entries[name]);
    said.set(name, value);
  }
  if (!said.has('expression')) throw terminating('DictionaryKeyMandatoryEntry', ['expression']);
  return said;
}

const wordOf = (name: EntryName): string => entries[name].words[0]!;

function entryNamed(key: string, definition: ParameterDefinition): EntryName {
  const word = key.toLowerCase();
  const names = parameterDefinitions[definition].filter((name) =>
    entries[name].words.some((each) => each.toLowerCase().startsWith(word)),
  );
  const [found, other] = names;
  if (found === undefined || key === '') throw terminating('DictionaryKeyIllegal', [key]);
  if (other !== undefined) throw terminating('DictionaryKeyAmbiguous', [key, wordOf(found), wordOf(other)]);
  return found;
}

function checkType(key: string, value: unknown, { types }: Entry): void {
  if (!types) return;
  if (value === null || value === undefined) throw terminating('DictionaryKeyMissingValue', [key]);
  const type = typeNameOf(value);
  if (types.includes(type)) return;
  const name = types.length > 1 ? 'DictionaryKeyIllegalValue1' : 'DictionaryKeyIllegalValue2';
  throw terminating(name, [key, type, types.length > 1 ? listed(types) : types[0]!]);
}

const listed = (names: readonly string[]): string => `{${names.join(', ')}}`;

function expressionOf(given: unknown, { definition, isHash, run }: ReadOptions & { isHash: boolean }): Expression {
  if (given instanceof ScriptBlock) return { text: given.code.text, compute: (value) => run(given, value) };
  const property = given as string;
  if (property === '') throw emptyName(isHash);
  if (withoutWildcards.has(definition) && hasWildcard(property)) {
    throw isHash
      ? terminating('ExpressionGlobbing1', ['expression', property])
      : terminating('ExpressionGlobbing2', [property]);
  }
  return { property };
}

const emptyName = (isHash: boolean): Error =>
  isHash ? terminating('ExpressionEmptyString1', ['expression']) : terminating('ExpressionEmptyString2');

const alignments: readonly Alignment[] = ['left', 'center', 'right'];

function alignmentNamed(given: string): Alignment {
  const found = alignments.find((name) => given !== '' && name.startsWith(given.toLowerCase()));
  if (!found) throw terminating('AlignmentIllegalValue', [given, 'alignment', listed(alignments)]);
  return found;
}
