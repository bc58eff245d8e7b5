import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { attempt, drivesFor, existingItems } from '../files/item-paths.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { parseJson } from './convert-from-json.ts';
import { jsonRecord } from './json-errors.ts';

const kinds = ['', 'WithSchemaString', 'WithSchemaFile'];
const setsOf = (name: string): NonNullable<ParameterSpec['sets']> =>
  Object.fromEntries(kinds.map((kind) => [name + kind, { mandatory: true, position: 0 }]));

export const testJson: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-Json',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.TestJsonCommand',
  defaultSet: 'JsonString',
  parameters: [
    { name: 'Json', type: 'String', pipeline: 'value', sets: setsOf('JsonString') },
    { name: 'Path', type: 'String', pipeline: 'property', sets: setsOf('JsonPath') },
    {
      name: 'LiteralPath',
      type: 'String',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: setsOf('JsonLiteralPath'),
    },
    { name: 'Schema', unsupported: true },
    { name: 'SchemaFile', unsupported: true },
    { name: 'Options', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      for (const text of textsToTest(context)) context.out.write(isJson(context, text));
    },
  }),
};

function textsToTest(context: CommandContext): readonly string[] {
  const json = textOf(context.parameters, 'Json');
  if (json !== undefined) return [json];
  const { files } = drivesFor(context).fileSystem;
  return existingItems(context).flatMap(
    ({ path }) =>
      attempt(context, () =>
        decodeText(
          inOperation(fileOpening, () => files.read(path)),
          textEncoding(undefined),
        ),
      ) ?? [],
  );
}

function isJson(context: CommandContext, text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
  }
  context.writeError(jsonRecord('InvalidJson', [], text));
  return false;
}
