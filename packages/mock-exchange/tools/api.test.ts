import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../docs/api.md'), 'utf8');
const exported = [...page.matchAll(/^### (\S+)\n\n(.*?)```ts\n(.*?)```$/gms)].map(([, name, prose, code]) => ({
  name,
  prose: prose!.trim(),
  lines: code!.split('\n'),
}));

/** What everybody knows of any object. */
const plain = /^(constructor|\[Symbol\.asyncDispose\])\(/;

test('the reference tells of every export, and of everything that can be called on it, what it does', () => {
  expect(exported.length).toBeGreaterThan(150);
  expect(exported.filter(({ prose }) => prose === '').map(({ name }) => name)).toEqual([]);
  const untold = exported.flatMap(({ name, lines }) =>
    lines
      .filter((line, index) => /^ {2}(static )?[\w[][\w.\]]*\(/.test(line) && !lines[index - 1]!.trim().endsWith('*/'))
      .filter((line) => !plain.test(line.trim()))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(untold).toEqual([]);
});

/** Those of TypeScript, of Node and of vitest; parameters of types. */
const ofOthers =
  /^(AbortSignal|AsyncDisposable|Channel|Date|Iterable|Omit|Partial|Pick|Promise|Readonly|ReadonlyMap|Record|Scheme|Symbol|TestAPI|Uint8Array|URL)$/;

test('and of every type that they name', () => {
  const told = new Set(exported.map(({ name }) => name));
  const code = exported
    .flatMap(({ lines }) => lines)
    .join('\n')
    .replaceAll(/\/\*\*.*?\*\/|'[^'\n]*'/gs, '');
  const named = new Set([...code.matchAll(/\b[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*\b/g)].map(([name]) => name));
  expect([...named].filter((name) => !told.has(name) && !ofOthers.test(name))).toEqual([]);
});
