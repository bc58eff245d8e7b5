import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { coreChunk } from './chunks.ts';

/** The chunks of a folder that its core asks for while it is made; it has to do without them. */
export function neededByCore(folder: string): string[] {
  const needed = new Set<string>();
  const require = createRequire(join(folder, 'x.cjs'));
  const load = (id: string): unknown => {
    if (isBuiltin(id)) return require(id);
    needed.add(id.replace(/^\.\/(.*)\.cjs$/, '$1'));
    return anything;
  };
  const code = readFileSync(join(folder, `${coreChunk}.cjs`), 'utf8');
  // oxlint-disable-next-line no-implied-eval -- it is the program that was made just now
  new Function('exports', 'require', 'module', '__filename', '__dirname', code)({}, load, {}, folder, folder);
  return [...needed];
}

/** Stands for whatever a chunk has: a value, a class, a function, a list. */
const anything: unknown = new Proxy(function () {}, {
  get: (target, key) => {
    if (key === Symbol.iterator) return [][Symbol.iterator];
    if (key === Symbol.toPrimitive) return () => '';
    return key === 'prototype' ? target.prototype : anything;
  },
  apply: () => anything,
  construct: () => anything as object,
});
