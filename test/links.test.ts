import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const pages = globSync('{*,docs/**/*,packages/*/*,packages/*/docs/*,packages/*/examples/**/*,examples/**/*}.md', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
});

/** A page as its reader sees its text: code is none of it. */
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8').replaceAll(/```.*?```/gs, '');

/** What `#…` must say for a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

function isAlive(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || !target.endsWith('.md') || anchorsIn(target).includes(anchor);
}

test('every link of the pages leads to what there is', () => {
  expect(pages.length).toBeGreaterThan(200);
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, link]) => ({ page, link: link! })),
  );
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter(({ page, link }) => !isAlive(page, link))).toEqual([]);
});
