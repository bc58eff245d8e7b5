import { coreTypes } from '../runtime/types/type-registry.ts';
import { typeAccelerators } from '../syntax/type-accelerators.ts';
import { byName, type CompletionMatch, type CompletionRequest, type Found, startsWith } from './completion.ts';

/** `[na`: a type by its short name, or by its full one within a namespace. */
export function completeType({ before, session }: CompletionRequest): Found | undefined {
  const [typed, word = ''] = /(?:^|[\s([,;=!])\[([A-Za-z_][\w.]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const known = [...coreTypes.names(), ...session.types.names()];
  const matches = word.includes('.') ? fullNames(known, word) : [...shortNames(word), ...lastParts(known, word)];
  return { length: word.length, matches: unique(matches) };
}

const shortNames = (word: string): CompletionMatch[] =>
  Object.entries(typeAccelerators)
    .filter(([short]) => startsWith(short, word))
    .map(([short, full]) => ({
      text: asWritten(short, full),
      list: full.slice(full.lastIndexOf('.') + 1),
      type: 'Type',
      tip: `Class ${full}`,
    }));

/** Attributes are known without their ending, in the case of their class. */
function asWritten(short: string, full: string): string {
  const own = full.slice(full.lastIndexOf('.') + 1).replace(/Attribute$/, '');
  return own.toLowerCase() === short ? own : short;
}

const fullNames = (known: readonly string[], word: string): CompletionMatch[] =>
  known.filter((name) => startsWith(name, word)).map(typeMatch);

/** Types of any namespace whose own name begins so. */
const lastParts = (known: readonly string[], word: string): CompletionMatch[] =>
  known
    .filter((name) => !name.endsWith('PSCustomObject') && startsWith(name.slice(name.lastIndexOf('.') + 1), word))
    .map(typeMatch);

/** Attributes are written without their ending, and without the namespace that every script has. */
const attribute = /^System\.Management\.Automation\.((\w+)Attribute)$/;

function typeMatch(name: string): CompletionMatch {
  const [, list, text] = attribute.exec(name) ?? [];
  if (list !== undefined && text !== undefined) return { text, list, type: 'Type', tip: `Class ${name}` };
  return plainMatch(name);
}

const plainMatch = (name: string): CompletionMatch => ({
  text: name,
  list: name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1),
  type: 'Type',
  tip: name,
});

function unique(matches: readonly CompletionMatch[]): CompletionMatch[] {
  const found = new Map(matches.toReversed().map((match) => [match.tip.replace(/^Class /, '').toLowerCase(), match]));
  return [...found.values()].toSorted((a, b) => byName(a.list, b.list));
}
