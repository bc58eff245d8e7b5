import { Guid } from '../../dotnet/index.ts';
import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { truncatedText } from './json-errors.ts';
import type { EscapeHandling } from './json-text.ts';
import { JsonWriter } from './json-writer.ts';

export const convertToJson: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertTo-Json',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToJsonCommand',
  outputTypes: ['System.String'],
  parameters: [
    {
      name: 'InputObject',
      type: 'Object',
      pipeline: 'value',
      mandatory: true,
      position: 0,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    { name: 'Depth', type: 'Int32', validate: [{ kind: 'range', min: 0, max: 100 }] },
    { name: 'Compress', type: 'SwitchParameter' },
    { name: 'EnumsAsStrings', type: 'SwitchParameter' },
    { name: 'AsArray', type: 'SwitchParameter' },
    { name: 'EscapeHandling', type: 'Newtonsoft.Json.StringEscapeHandling' },
  ],
  takesBoxed: true,
  create: (context) => convert(context),
};

function convert(context: CommandContext): Processor {
  const { parameters, out, hasInput } = context;
  const items: unknown[] = [];
  return {
    process: () => void items.push(hasInput ? piped(parameters['InputObject']) : (parameters['InputObject'] ?? null)),
    end: () => {
      if (items.length === 0) return;
      const isList = items.length > 1 || switchOf(parameters, 'AsArray');
      out.write(writerFor(context).write(isList ? items : items[0]));
    },
  };
}

/** A Guid that came through a pipeline is written with the property that types.ps1xml adds to it. */
function piped(value: unknown): unknown {
  if (!(value instanceof Guid)) return value ?? null;
  const text = toText(value);
  return new CustomObject().setNote('value', text).setNote('Guid', text);
}

function writerFor({ parameters, session, writeWarning }: CommandContext): JsonWriter {
  const depth = numberOf(parameters, 'Depth') ?? 2;
  return new JsonWriter({
    depth,
    compress: switchOf(parameters, 'Compress'),
    enumsAsStrings: switchOf(parameters, 'EnumsAsStrings'),
    escape: (textOf(parameters, 'EscapeHandling')?.toLowerCase() ?? 'default') as EscapeHandling,
    source: session.formatting.source,
    onTruncated: () => writeWarning(truncatedText(depth)),
  });
}
