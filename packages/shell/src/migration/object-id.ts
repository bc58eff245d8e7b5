import { defineForeign, type DotNetType, overload, readOnly } from '@cutover/powershell/values';
import { declareType } from './declare-type.ts';

/** What identifies an object of the organisation: a text that has members, as the product's own identities do. */
export class ObjectId {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const classes = new Map<string, typeof ObjectId>();

/** The identity of a type: `MigrationBatchId` and the like, by the full .NET name. */
export function objectId(typeName: string, text: string): ObjectId {
  const made = classes.get(typeName) ?? defineId(typeName);
  declareType(typeName, () => idType(typeName, made));
  return new made(text);
}

const textOf = (id: ObjectId): string => id.text;

function defineId(typeName: string): typeof ObjectId {
  const made = class extends ObjectId {};
  classes.set(typeName, made);
  defineForeign(made, {
    typeName,
    text: textOf,
    compare: (left, right) => left.text.toLowerCase().localeCompare(right.text.toLowerCase()),
  });
  return made;
}

const idType = (name: string, made: typeof ObjectId): DotNetType => ({
  name,
  base: 'System.Object',
  properties: { Id: readOnly(textOf, 'string'), Name: readOnly(textOf, 'string') },
  methods: { ToString: [overload('', textOf)] },
  convert: (value) => (typeof value === 'string' ? new made(value) : undefined),
});
