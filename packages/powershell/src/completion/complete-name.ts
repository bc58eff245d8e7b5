import { coreTypes } from '../runtime/types/type-registry.ts';
import { byName, type CompletionRequest, type Found, startsWith } from './completion.ts';

/** `break la`, `continue la`, `using namespace na`: names that are neither commands nor values. */
export function completeName(request: CompletionRequest): Found | undefined {
  return completeLabel(request) ?? completeNamespace(request);
}

function completeLabel({ before }: CompletionRequest): Found | undefined {
  const [, word] = /\b(?:break|continue)\s+(\w*)$/i.exec(before) ?? [];
  if (word === undefined) return undefined;
  const labels = Array.from(
    before.matchAll(/(?:^|[\s;{}]):(\w+)\s+(?:foreach|for|while|do|switch)\b/gi),
    ([, label]) => label!,
  );
  const matches = labels
    .filter((label) => startsWith(label, word))
    .map((label) => ({ text: label, list: label, type: 'Text', tip: before }) as const);
  return { length: word.length, matches };
}

function completeNamespace({ before }: CompletionRequest): Found | undefined {
  const [, word] = /^\s*using\s+namespace\s+([\w.]*)$/im.exec(before) ?? [];
  if (word === undefined) return undefined;
  const depth = word.split('.').length;
  const found = coreTypes
    .names()
    .map((name) => name.slice(0, name.lastIndexOf('.')).split('.').slice(0, depth).join('.'));
  const names = [...new Set(found)].filter((name) => startsWith(name, word) && name.split('.').length === depth);
  const matches = names.toSorted(byName).map(
    (name) =>
      ({
        text: name,
        list: name.slice(name.lastIndexOf('.') + 1),
        type: 'Namespace',
        tip: `Namespace ${name}`,
      }) as const,
  );
  return { length: word.length, matches };
}
