/**
 * The lasting name of a named property: a property set with a number or a text in it.
 * `set` is a GUID in lower case with dashes. [MS-OXCDATA] 2.6.1
 */
export type PropertyName = NumberedName | TextName;
/** A name by number in a property set. */
export interface NumberedName {
  readonly set: string;
  readonly lid: number;
}
/** A name by text in a property set. */
export interface TextName {
  readonly set: string;
  readonly name: string;
}

/** Whether a name is a number. */
export const isNumberedName = (name: PropertyName): name is NumberedName => 'lid' in name;

/** One text for a name, equal for equal names: the key of every table of names. */
export const propertyNameKey = (name: PropertyName): string =>
  isNumberedName(name) ? `${name.set}:${name.lid.toString(16)}` : `${name.set}:"${name.name}"`;

/** Property sets of mailbox items. [MS-OXPROPS] 1.3.2 */
export const propertySet = {
  mapi: '00020328-0000-0000-c000-000000000046',
  publicStrings: '00020329-0000-0000-c000-000000000046',
  internetHeaders: '00020386-0000-0000-c000-000000000046',
  appointment: '00062002-0000-0000-c000-000000000046',
  task: '00062003-0000-0000-c000-000000000046',
  address: '00062004-0000-0000-c000-000000000046',
  common: '00062008-0000-0000-c000-000000000046',
  log: '0006200a-0000-0000-c000-000000000046',
  note: '0006200e-0000-0000-c000-000000000046',
  remote: '00062014-0000-0000-c000-000000000046',
  meeting: '6ed8da90-450b-101b-98da-00aa003f1305',
} as const;
