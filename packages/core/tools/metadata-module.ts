import type { CmdletDefinition } from '../src/define-cmdlet.ts';
import type { ObjectDefinition, PropertyDefinition, PropertyDefinitions } from '../src/define-object.ts';
import type { CmdletMetadata, ObjectMetadata, PropertyMetadata } from '../src/metadata-types.ts';

/** The definition without its schemas. */
export function metadataOf(definition: CmdletDefinition): CmdletMetadata {
  const parameters = Object.entries(definition.parameters).map(([name, { schema: _schema, ...rest }]) => [name, rest]);
  return {
    ...definition,
    output: definition.output?.name ?? null,
    parameters: Object.fromEntries(parameters) as CmdletMetadata['parameters'],
  };
}

/** Text of the module with every cmdlet's and output object's metadata. */
export function metadataModule(definitions: readonly CmdletDefinition[]): string {
  const objects = [...new Set(definitions.flatMap(({ output }) => output ?? []))].map(objectMetadataOf);
  return [
    '// Made by `pnpm gen` from the definitions; change those instead.',
    "import type { CmdletMetadata, ObjectMetadata } from '../metadata-types.ts';",
    '',
    `export const cmdletMetadata: readonly CmdletMetadata[] = ${print(definitions.map(metadataOf))};`,
    '',
    `export const objectMetadata: readonly ObjectMetadata[] = ${print(objects)};`,
    '',
  ].join('\n');
}

const print = (value: unknown): string => JSON.stringify(value, null, 1);

function objectMetadataOf({ name, typeName, table, properties }: ObjectDefinition): ObjectMetadata {
  return { name, typeName, ...(table && { table }), properties: propertiesOf(properties) };
}

function propertiesOf(properties: PropertyDefinitions): Record<string, PropertyMetadata> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, propertyOf(property)]));
}

function propertyOf({ kind, type, nullable, values, element, members }: PropertyDefinition): PropertyMetadata {
  return {
    kind,
    type,
    ...(nullable && { nullable }),
    ...(values && { values }),
    ...(element && { element: propertyOf(element) }),
    ...(members && { members: propertiesOf(members) }),
  };
}
