import { expect, test } from 'vitest';
import { versionWord } from './exchange-profile.ts';

// Words that Exchange servers have told, by their builds. Source: the examples of [MS-OXDSCLI] and of Microsoft's guides.
test.each([
  ['72008287', [8, 0, 647, 0]],
  ['720180F0', [8, 1, 240, 0]],
  ['738180DA', [14, 1, 218, 0]],
  ['73C08204', [15, 0, 516, 0]],
] as const)('%s', (word, version) => {
  expect(versionWord(version)).toBe(word);
});
