import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { membersOf } from '../../runtime/values/ps-object.ts';
import { plainText, toText } from '../../runtime/values/to-text.ts';
import { valueOrNull } from '../../runtime/values/nothing.ts';
import { csvRecord } from './csv-errors.ts';

/** What Export-Csv and ConvertTo-Csv have in common. */
export const writingParameters: readonly ParameterSpec[] = [
  { name: 'Delimiter', type: 'Char', sets: { Delimiter: { position: 1 } }, validate: [{ kind: 'notNull' }] },
  { name: 'UseCulture', type: 'SwitchParameter', sets: { UseCulture: {} } },
  { name: 'IncludeTypeInformation', type: 'SwitchParameter', aliases: ['ITI'] },
  { name: 'NoTypeInformation', type: 'SwitchParameter', aliases: ['NTI'] },
  { name: 'QuoteFields', type: 'String[]', aliases: ['QF'] },
  { name: 'UseQuotes', type: 'Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind', aliases: ['UQ'] },
  { name: 'NoHeader', type: 'SwitchParameter' },
];

/** The separator of fields: `-Delimiter`, that of the culture, or a comma. The invariant culture has the comma, too. */
export const delimiterOf = ({ parameters }: Pick<CommandContext, 'parameters'>): string =>
  textOf(parameters, 'Delimiter') ?? ',';

const conflicts = [
  ['IncludeTypeInformation', 'NoTypeInformation', 'CannotSpecifyIncludeTypeInformationAndNoTypeInformation'],
  ['IncludeTypeInformation', 'NoHeader', 'CannotSpecifyIncludeTypeInformationAndNoHeader'],
  ['QuoteFields', 'UseQuotes', 'CannotSpecifyQuoteFieldsAndUseQuotes'],
] as const;

/** Refuses parameters that contradict each other. */
export function requireConsistent(context: CommandContext): void {
  const given = (name: string): boolean => context.parameters[name] !== undefined;
  const conflict = conflicts.find(([first, second]) => given(first) && given(second));
  if (conflict) context.throwTerminating(csvRecord(conflict[2]));
}

type Quoting = (text: string, column: string) => string;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function quotingOf({ parameters }: Pick<CommandContext, 'parameters'>, delimiter: string): Quoting {
  const fields = textsOf(parameters, 'QuoteFields')?.map((name) => name.toLowerCase());
  if (fields) return (text, column) => (fields.includes(column.toLowerCase()) ? quoted(text) : text);
  const kind = textOf(parameters, 'UseQuotes')?.toLowerCase() ?? 'always';
  if (kind === 'never') return (text) => text;
  if (kind === 'always') return quoted;
  return (text) => (text.includes(delimiter) || text.includes('\n') || text.includes('"') ? quoted(text) : text);
}

/** Lines of CSV: the first object decides which columns there are. Source: ExportCsvHelper. */
export class CsvWriter {
  readonly #context: CommandContext;
  readonly #quote: Quoting;
  readonly #delimiter: string;
  columns: readonly string[] | undefined;

  constructor(context: CommandContext) {
    this.#context = context;
    this.#delimiter = delimiterOf(context);
    this.#quote = quotingOf(context, this.#delimiter);
  }

  /** The columns that an object has. */
  columnsOf(item: unknown): readonly string[] {
    if (item instanceof Dictionary) {
      const added = Array.from(membersOf(item) ?? [], ({ name }) => name);
      return [...Array.from(item.keys(), (key) => toText(key)), ...added];
    }
    return this.#context.session.formatting.source.properties(item);
  }

  /** The `#TYPE` line, where it is wanted, and the names. */
  header(item: unknown): readonly string[] {
    const { parameters, session } = this.#context;
    if (switchOf(parameters, 'NoHeader')) return [];
    const names = (this.columns ?? []).map((name) => this.#quote(name, name)).join(this.#delimiter);
    if (!switchOf(parameters, 'IncludeTypeInformation')) return [names];
    const [typeName = ''] = session.formatting.source.typeNames(item);
    return [`#TYPE ${typeName.replace(/^CSV:/i, '')}`.trim(), names];
  }

  line(item: unknown): string {
    const { source } = this.#context.session.formatting;
    const cells = (this.columns ?? []).map((name) => {
      const value = valueOrNull(source.get(item, name)?.value ?? null);
      return value === null ? '' : this.#quote(plainText(value), name);
    });
    return cells.join(this.#delimiter);
  }
}
