import { pidLid, propertySet } from '@cutover/wire/properties';
import { errorCode } from '@cutover/wire/rop';
import { expect, test } from 'vitest';
import { NamedProperties } from './named-properties.ts';

test('names get ids above 0x8000 and keep them', () => {
  const names = new NamedProperties();
  const { name } = pidLid.private;
  expect(names.find(name)).toBeUndefined();
  expect([names.idOf(name), names.idOf({ ...name }), names.find(name)]).toEqual([0x8001, 0x8001, 0x8001]);
  expect(names.idOf(pidLid.reminderSet.name)).toBe(0x8002);
  expect([0x8000, 0x8001, 0x8003].map((id) => names.nameOf(id))).toEqual([undefined, name, undefined]);
});

test('names of Internet headers are told apart without case, others with it', () => {
  const names = new NamedProperties();
  const header = (name: string) => ({ set: propertySet.internetHeaders, name });
  const free = (name: string) => ({ set: propertySet.publicStrings, name });
  expect(names.idOf(header('X-Mailer'))).toBe(names.idOf(header('x-mailer')));
  expect(names.nameOf(0x8001)).toEqual(header('x-mailer'));
  expect(names.idOf(free('Keywords'))).not.toBe(names.idOf(free('keywords')));
});

test('32,766 names are the most; a further one is refused', () => {
  const names = new NamedProperties();
  for (let lid = 0; lid < 0x7ffe; lid++) names.idOf({ set: propertySet.common, lid });
  expect(names.nameOf(0xfffe)).toEqual({ set: propertySet.common, lid: 0x7ffd });
  const further = () => names.idOf({ set: propertySet.common, lid: 0x7ffe });
  expect(further).toThrow(expect.objectContaining({ code: errorCode.namedPropertiesQuota }));
});
