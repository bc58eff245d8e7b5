import { expect, test } from 'vitest';
import { davMethods } from '../webdav/dav-methods.ts';
import { faultNames } from './fault-names.ts';

test('every method of WebDAV can be named', () => {
  expect(Object.keys(davMethods).filter((name) => !faultNames.http.includes(name))).toEqual([]);
});
