import { FileInfo } from '../../providers/file-system/file-info.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { listOfParameter, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { type NumericValue, toNumber } from '../../runtime/values/number-types.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { attempt, drivesFor, existingItems } from '../files/item-paths.ts';
import { decodeText, linesOf, textEncoding } from '../files/text-encoding.ts';
import { lineMatcher } from './line-matcher.ts';
import { contextOf, MatchInfo } from './match-info.ts';

const inSets = (names: readonly string[], use: object): NonNullable<ParameterSpec['sets']> =>
  Object.fromEntries(names.map((name) => [name, use]));

export const selectString: Cmdlet = {
  kind: 'cmdlet',
  name: 'Select-String',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['sls'],
  implementingType: 'Microsoft.PowerShell.Commands.SelectStringCommand',
  outputTypes: ['Microsoft.PowerShell.Commands.MatchInfo'],
  defaultSet: 'File',
  parameters: [
    {
      name: 'InputObject',
      type: 'PSObject',
      pipeline: 'value',
      allowNull: true,
      allowEmptyString: true,
      sets: inSets(['Object', 'ObjectRaw'], { mandatory: true }),
    },
    { name: 'Pattern', type: 'String[]', mandatory: true, position: 0 },
    {
      name: 'Path',
      type: 'String[]',
      pipeline: 'property',
      sets: inSets(['File', 'FileRaw'], { mandatory: true, position: 1 }),
    },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: inSets(['LiteralFileRaw', 'LiteralFile'], { mandatory: true }),
    },
    {
      name: 'Raw',
      type: 'SwitchParameter',
      sets: inSets(['ObjectRaw', 'FileRaw', 'LiteralFileRaw'], { mandatory: true }),
    },
    { name: 'Quiet', type: 'SwitchParameter', sets: inSets(['File', 'Object', 'LiteralFile'], {}) },
    { name: 'SimpleMatch', type: 'SwitchParameter' },
    { name: 'CaseSensitive', type: 'SwitchParameter' },
    { name: 'List', type: 'SwitchParameter' },
    { name: 'NoEmphasis', type: 'SwitchParameter' },
    { name: 'Include', type: 'String[]' },
    { name: 'Exclude', type: 'String[]' },
    { name: 'NotMatch', type: 'SwitchParameter' },
    { name: 'AllMatches', type: 'SwitchParameter' },
    { name: 'Encoding' },
    { name: 'Context', type: 'Int32[]', validate: [{ kind: 'count', min: 1, max: 2 }] },
    { name: 'Culture', unsupported: true },
  ],
  create: (context) => new LineSearch(context),
};

interface Source {
  readonly lines: readonly string[];
  readonly path: string | undefined;
}

/** One call: lines of the pipeline are searched when all of them are there if lines around a match are wanted. */
class LineSearch implements Processor {
  readonly #context: CommandContext;
  readonly #match: ReturnType<typeof lineMatcher>;
  readonly #around: readonly [before: number, after: number] | undefined;
  readonly #input: string[] = [];
  #lineNumber = 0;
  #found = false;

  constructor(context: CommandContext) {
    this.#context = context;
    this.#match = lineMatcher(context);
    const counts = listOfParameter(context.parameters, 'Context')?.map((count) => toNumber(count as NumericValue));
    this.#around = counts && [counts[0]!, counts[1] ?? counts[0]!];
  }

  #has(name: string): boolean {
    return switchOf(this.#context.parameters, name);
  }

  process(): void {
    const { InputObject: input, Path: path, LiteralPath: literal } = this.#context.parameters;
    if (path === undefined && literal === undefined && !(input instanceof FileInfo)) return this.#take(input);
    for (const file of input instanceof FileInfo ? [input.path] : this.#files()) {
      if (this.#found && this.#has('Quiet')) return;
      this.#searchFile(file);
    }
  }

  end(): void {
    const { parameters, out, hasInput } = this.#context;
    if (this.#around && this.#input.length > 0) this.#search({ lines: this.#input, path: undefined });
    const files = parameters['Path'] !== undefined || parameters['LiteralPath'] !== undefined;
    if (this.#has('Quiet') && !this.#found && (files || !hasInput) && !this.#has('List')) out.write(false);
  }

  #files(): readonly string[] {
    const { fileSystem } = drivesFor(this.#context);
    return existingItems(this.#context)
      .map(({ path }) => path)
      .filter((path) => !fileSystem.isContainer(path));
  }

  #searchFile(path: string): void {
    const { files } = drivesFor(this.#context).fileSystem;
    const reading = { operation: 'ProcessingFile', category: 'NotSpecified', wholeId: true } as const;
    const bytes = attempt(this.#context, () => inOperation(reading, () => files.read(path)));
    if (!bytes) return;
    this.#search({ lines: linesOf(decodeText(bytes, textEncoding(this.#context.parameters['Encoding']))), path });
  }

  /** A line of the pipeline; a match that is piped in is looked at again. */
  #take(input: unknown): void {
    if (this.#found && this.#has('Quiet')) return;
    const again = input instanceof MatchInfo ? input : undefined;
    const line = again ? again.fields.line : toText(input);
    this.#lineNumber++;
    if (this.#around) return void this.#input.push(line);
    this.#searchLine(line, again?.fields.lineNumber ?? this.#lineNumber, again?.fields.path);
  }

  #search({ lines, path }: Source): void {
    for (const [index, line] of lines.entries()) {
      const found = this.#searchLine(line, index + 1, path, lines);
      if (found && (this.#has('List') || this.#has('Quiet'))) return;
    }
  }

  #searchLine(line: string, lineNumber: number, path: string | undefined, lines?: readonly string[]): boolean {
    const match = this.#match(line);
    if (!match) return false;
    this.#found = true;
    const { out } = this.#context;
    if (this.#has('Quiet')) out.write(true);
    else if (this.#has('Raw')) out.write(line);
    else {
      const ignoreCase = !this.#has('CaseSensitive');
      const info = new MatchInfo({
        line,
        lineNumber,
        path,
        ignoreCase,
        folder: drivesFor(this.#context).folder,
        ...match,
      });
      if (lines && this.#around) info.context = this.#contextOf(lines, lineNumber - 1);
      out.write(info);
    }
    return true;
  }

  #contextOf(lines: readonly string[], index: number) {
    const [before, after] = this.#around!;
    return contextOf(lines.slice(Math.max(0, index - before), index), lines.slice(index + 1, index + 1 + after));
  }
}
