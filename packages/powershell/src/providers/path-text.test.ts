import { describe, expect, test } from 'vitest';
import { extensionOf, joinPath, leafOf, normalPath, parentOf, relativePath } from './path-text.ts';

describe('paths as text', () => {
  test.each([
    ['/a/./b/../c//d/', '/a/c/d'],
    ['\\a\\b', '/a/b'],
    ['/../..', '/'],
    ['a/../../b', 'b'],
  ])('%s without detours is %s', (path, normal) => expect(normalPath(path)).toBe(normal));

  test.each([
    ['/a/', '/b', '/a/b'],
    ['a', '', 'a/'],
    ['', 'b', 'b'],
    ['/', 'etc', '/etc'],
  ])('%s before %s is %s', (parent, child, joined) => expect(joinPath(parent, child)).toBe(joined));

  test.each([
    ['/a/b/', '/a', 'b'],
    ['a.txt', '', 'a.txt'],
    ['/a', '/', 'a'],
    ['C:\\a\\b', 'C:/a', 'b'],
  ])('%s has the parent %s and the leaf %s', (path, parent, leaf) => {
    expect(parentOf(path)).toBe(parent);
    expect(leafOf(path)).toBe(leaf);
  });

  test.each([
    ['x.tar.gz', '.gz'],
    ['none', ''],
    ['dot.', ''],
    ['.hidden', '.hidden'],
  ])('the extension of %s is %j', (name, extension) => expect(extensionOf(name)).toBe(extension));

  test.each([
    ['/a/b', '/a/b/c', './c'],
    ['/a/b', '/a/x', '../x'],
    ['/a', '/a', '.'],
  ])('from %s to %s it is %s', (from, to, way) => expect(relativePath(from, to)).toBe(way));
});
