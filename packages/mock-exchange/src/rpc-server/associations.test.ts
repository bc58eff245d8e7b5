import { expect, test } from 'vitest';
import { Associations } from './associations.ts';

const connection = () => new AbortController();

test('a connection that names a living group joins it, any other begins one', () => {
  const associations = new Associations();
  const first = associations.join(0, connection().signal);
  expect(associations.join(first.id, connection().signal)).toBe(first);
  expect(associations.join(0, connection().signal)).not.toBe(first);
  expect(associations.join(0x7777, connection().signal).id).not.toBe(0x7777);
});

test('it ends with the last of its connections', () => {
  const associations = new Associations();
  const [one, other] = [connection(), connection()];
  const association = associations.join(0, one.signal);
  associations.join(association.id, other.signal);
  one.abort();
  expect(association.signal.aborted).toBe(false);
  other.abort();
  expect(association.signal.aborted).toBe(true);
  expect(associations.join(association.id, connection().signal)).not.toBe(association);
});
