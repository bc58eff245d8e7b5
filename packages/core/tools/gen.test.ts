import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from './gen.ts';

const root = join(import.meta.dirname, '../../..');

test.each([...generatedFiles()])('%s is what the definitions give; else run `pnpm gen`', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});
