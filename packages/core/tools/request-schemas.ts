import { z } from 'zod';
import type { CmdletDefinition } from '../src/cmdlet-definition.ts';

/** JSON schemas of the `Parameters` object that the REST endpoint takes, one for each cmdlet. */
export function requestSchemas(definitions: readonly CmdletDefinition[]): string {
  const schemas = {
    $comment: 'Made by `pnpm gen` from the definitions; change those instead.',
    ...Object.fromEntries(definitions.map((definition) => [definition.name, requestSchema(definition)])),
  };
  return `${JSON.stringify(schemas, null, 1)}\n`;
}

function requestSchema({ parameters, cutoverSets }: CmdletDefinition): object {
  const sent = Object.entries(parameters).filter(([, { refused, host, caller }]) => !refused && !host && !caller);
  const required = sent.filter(
    ([, { mandatory, sets }]) =>
      sets === undefined && (mandatory === true || cutoverSets.every((set) => mandatory?.includes(set))),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(sent.map(([name, parameter]) => [name, propertySchema(parameter)])),
    ...(required.length > 0 && { required: required.map(([name]) => name) }),
    additionalProperties: false,
  };
}

function propertySchema({ schema, help }: CmdletDefinition['parameters'][string]): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.readOnly;
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  });
  return { description: help, ...rest };
}
