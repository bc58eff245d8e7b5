import { expect, test } from 'vitest';
import type { DotNetType, Overload } from '../types/define-type.ts';
import { coreTypes } from '../types/type-registry.ts';
import { createRunspace } from '../runspace.ts';
import { membersOfType } from './find-member.ts';

/** Arguments that a script may give by mistake. */
const awkward = ['$null', "''", '-1', '[double]::NaN'];

/** They wait for a person, for another thread or for the end. */
const waiting = /^(?:sleep|exit|failfast|read|readkey|readline|wait|waitone)$/;

const callsOf = (method: string, { parameters }: Overload): string[] => {
  const given = parameters.length === 0 ? [''] : awkward.map((each) => parameters.map(() => each).join(', '));
  return given.map((list) => `${method}(${list})`);
};

function* callsOfType(type: DotNetType): Generator<string> {
  const { methods, staticMethods } = membersOfType(type);
  for (const form of type.constructors ?? []) yield* callsOf(`[${type.name}]::new`, form);
  for (const [name, forms] of staticMethods)
    if (!waiting.test(name)) for (const form of forms) yield* callsOf(`[${type.name}]::${name}`, form);
  if (!type.constructors?.some(({ parameters }) => parameters.length === 0)) return;
  for (const [name, forms] of methods)
    if (!waiting.test(name)) for (const form of forms) yield* callsOf(`[${type.name}]::new().${name}`, form);
}

test('what members cannot do with their arguments is an error of the language', { timeout: 60_000 }, () => {
  const runspace = createRunspace({ host: { write: () => {}, writeError: () => {}, width: 80 }, capabilities: {} });
  const escapes = (call: string): boolean => {
    try {
      runspace.invoke(`$null = ${call}`);
      return false;
    } catch {
      return true;
    }
  };
  const types = coreTypes.names().map((name) => coreTypes.find(name)!);
  const calls = types.flatMap((type) => [...callsOfType(type)]);
  expect(calls.length).toBeGreaterThan(3000);
  expect(calls.filter(escapes)).toEqual([]);
});
