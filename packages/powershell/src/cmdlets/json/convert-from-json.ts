import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { writeEnumerated } from '../../runtime/engine/output.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { jsonRecord } from './json-errors.ts';
import { JsonReader, JsonSyntaxError } from './json-reader.ts';
import { type DateKind, hashtableBuilder, objectBuilder } from './json-values.ts';

export const convertFromJson: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertFrom-Json',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertFromJsonCommand',
  parameters: [
    { name: 'InputObject', type: 'String', pipeline: 'value', mandatory: true, position: 0, allowEmptyString: true },
    { name: 'AsHashtable', type: 'SwitchParameter' },
    { name: 'Depth', type: 'Int32', validate: [{ kind: 'rangeKind', range: 'Positive' }] },
    { name: 'NoEnumerate', type: 'SwitchParameter' },
    { name: 'DateKind', type: 'Microsoft.PowerShell.Commands.JsonDateKind' },
  ],
  create: (context) => convert(context),
};

/** Several strings are a text each if the first of them is one; else they are the lines of one text. */
function convert(context: CommandContext): Processor {
  const { parameters, out } = context;
  const texts: string[] = [];
  const write = (value: unknown): void =>
    switchOf(parameters, 'NoEnumerate') ? out.write(value) : writeEnumerated(out, value);
  return {
    process: () => void texts.push(textOf(parameters, 'InputObject') ?? ''),
    end: () => {
      const [first, ...rest] = texts;
      if (first === undefined) return;
      if (rest.length > 0 && !isWhole(context, first)) return readAndWrite(context, texts.join('\n'), write);
      for (const text of texts) readAndWrite(context, text, write);
    },
  };
}

function readAndWrite(context: CommandContext, text: string, write: (value: unknown) => void): void {
  if (text.trim() !== '') write(readJson(context, text));
}

function isWhole(context: CommandContext, text: string): boolean {
  try {
    readJson(context, text);
    return true;
  } catch (error) {
    if (error instanceof ScriptError) return false;
    throw error;
  }
}

function readJson({ parameters }: CommandContext, text: string): unknown {
  const kind = (textOf(parameters, 'DateKind')?.toLowerCase() ?? 'default') as DateKind;
  const builder = switchOf(parameters, 'AsHashtable') ? hashtableBuilder(kind) : objectBuilder(kind);
  return parseJson(text, builder, numberOf(parameters, 'Depth') ?? 1024);
}

/** Reads a text; what is wrong with it is the cmdlet's error. */
export function parseJson(text: string, builder = objectBuilder('default'), depth = 1024): unknown {
  try {
    return new JsonReader(text, builder, depth).read();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new ScriptError(jsonRecord('ConversionFailed', [error.message]));
  }
}
