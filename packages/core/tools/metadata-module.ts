import type { CmdletDefinition } from '../src/cmdlet-definition.ts';
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
  const objects = outputsOf(definitions).map(objectMetadataOf);
  return [
    '// Made by `pnpm gen` from the definitions; change those instead.',
    "import type { CmdletMetadata, ObjectMetadata } from '../metadata-types.ts';",
    "import { readLazily } from '../read-lazily.ts';",
    '',
    'const read = (head: string, tail: string): CmdletMetadata =>',
    `  readLazily<CmdletMetadata>(head, ${JSON.stringify(cmdletTail)}, tail);`,
    'const readObject = (head: string, tail: string): ObjectMetadata =>',
    `  readLazily<ObjectMetadata>(head, ${JSON.stringify(objectTail)}, tail);`,
    '',
    'export const cmdletMetadata: readonly CmdletMetadata[] = [',
    ...definitions.map((definition) => `  read(${printParts(metadataOf(definition), cmdletTail)}),`),
    '];',
    '',
    'export const objectMetadata: readonly ObjectMetadata[] = [',
    ...objects.map((object) => `  readObject(${printParts(object, objectTail)}),`),
    '];',
    '',
  ].join('\n');
}

/** Text of the module with what is known of them all beforehand: it loads in no time. */
export function namesModule(definitions: readonly CmdletDefinition[]): string {
  const shown = outputsOf(definitions).filter(({ table }) => table);
  const list = (names: readonly string[]): string => names.map((name) => `  ${JSON.stringify(name)},\n`).join('');
  return [
    '// Made by `pnpm gen` from the definitions; change those instead.',
    '',
    `export const cmdletNames: readonly string[] = [\n${list(definitions.filter(({ side }) => side !== 'onPremises').map(({ name }) => name))}];`,
    '',
    '/** The types of objects that have a table of their own. */',
    `export const tableTypeNames: readonly string[] = [\n${list(shown.map(({ typeName }) => typeName))}];`,
    '',
  ].join('\n');
}

/** What cmdlets answer, and what is in it that has a table of its own. */
function outputsOf(definitions: readonly CmdletDefinition[]): ObjectDefinition[] {
  const answered = definitions.flatMap(({ output }) => output ?? []);
  return [...new Set([...answered, ...answered.flatMap(recordsIn).filter(({ table }) => table)])];
}

function recordsIn({ properties }: ObjectDefinition): ObjectDefinition[] {
  const inner = Object.values(properties).flatMap(({ element, object }) => object ?? element?.object ?? []);
  return inner.flatMap((object) => [object, ...recordsIn(object)]);
}

/** What is long, and seldom needed of more than one. */
const cmdletTail: readonly string[] = ['synopsis', 'description', 'parameters', 'examples'];
const objectTail: readonly string[] = ['properties'];

function printParts(object: object, tail: readonly string[]): string {
  const entries = Object.entries(object);
  const part = (isTail: boolean): string =>
    print(Object.fromEntries(entries.filter(([name]) => tail.includes(name) === isTail)));
  return `${part(false)}, ${part(true)}`;
}

/** As a text: V8 reads long JSON faster than long programs, and so does what strips the types. */
const print = (value: unknown): string => `'${JSON.stringify(value).replace(/[\\']/g, '\\$&')}'`;

function objectMetadataOf({ name, typeName, table, text, properties }: ObjectDefinition): ObjectMetadata {
  return { name, typeName, ...(table && { table }), ...(text && { text }), properties: propertiesOf(properties) };
}

function propertiesOf(properties: PropertyDefinitions): Record<string, PropertyMetadata> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, propertyOf(property)]));
}

function propertyOf({ kind, type, nullable, values, element, members, object }: PropertyDefinition): PropertyMetadata {
  return {
    kind,
    type,
    ...(nullable && { nullable }),
    ...(values && { values }),
    ...(element && { element: propertyOf(element) }),
    ...(members && { members: propertiesOf(members) }),
    ...(object && { typeName: object.typeName, ...(object.text && { text: object.text }) }),
  };
}
