import { readFileSync } from 'node:fs';
import { nspiInterface } from '@cutover/wire/nspi';
import { publicRops, type Rop, rops } from '@cutover/wire/rop';
import { expect, test } from 'vitest';
import { handlerOf } from './emsmdb/rop-handlers.ts';

const page = readFileSync(new URL('../../docs/protocols.md', import.meta.url), 'utf8');

/** Names of operations in a part of the page, between two headings. */
function namesIn(from: string, to: string): string[] {
  const part = page.slice(page.indexOf(from), page.indexOf(to));
  return part.match(/\b[A-Z][A-Za-z]+\b/g) ?? [];
}

/** Executed where payloads are, not by a handler. */
const ownWay: readonly Rop[] = [rops.release, rops.fastTransferSourceGetBuffer];
const isServed = (rop: Rop): boolean => ownWay.includes(rop) || handlerOf(rop) !== undefined;

test('every ROP is served, and the page names it', () => {
  const told = new Set(namesIn('## A mailbox', '### Refused by name'));
  const all = Object.values(rops);
  expect([...all, ...Object.values(publicRops)].filter((rop) => !isServed(rop))).toEqual([]);
  expect(all.map(({ name }) => name.replace(/^Rop/, '')).filter((name) => !told.has(name))).toEqual([]);
});

test('the page names every call of the directory', () => {
  const served = new Set(namesIn('## The directory', '## A mailbox'));
  const all = Object.values(nspiInterface.operations).map(({ name }) => name.replace(/^Nspi/, ''));
  expect(all.filter((name) => !served.has(name))).toEqual([]);
});
