import { coreTypes, defineForeign, overload, readOnly } from '@cutover/powershell/values';

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
  const known = classes.get(typeName) ?? defineId(typeName);
  return new known(text);
}

function defineId(typeName: string): typeof ObjectId {
  const type = class extends ObjectId {};
  classes.set(typeName, type);
  const text = (id: ObjectId): string => id.text;
  defineForeign(type, {
    typeName,
    text,
    compare: (left, right) => left.text.toLowerCase().localeCompare(right.text.toLowerCase()),
  });
  coreTypes.add({
    name: typeName,
    base: 'System.Object',
    properties: { Id: readOnly(text, 'string'), Name: readOnly(text, 'string') },
    methods: { ToString: [overload('', text)] },
    convert: (value) => (typeof value === 'string' ? new type(value) : undefined),
  });
  return type;
}
