import { seedErrors } from '../errors.ts';
import { company } from './company/company.ts';
import { contoso } from './contoso/contoso.ts';
import type { Seed } from './seed.ts';
import { workload } from './workload.ts';

type Numbers = Readonly<Record<string, number>>;

interface BuiltIn {
  /** Numbers that may be given behind the name. */
  readonly takes: readonly string[];
  readonly make: (numbers: Numbers) => Seed;
}

const builtIn: Readonly<Record<string, BuiltIn>> = {
  contoso: { takes: ['number'], make: (numbers) => contoso(numbers) },
  company: { takes: ['mailboxes', 'messages', 'spread', 'seed'], make: (numbers) => company(numbers) },
  workload: { takes: ['mailboxes', 'messages', 'number', 'median'], make: (numbers) => workload(numbers) },
};

export const builtInSeeds: readonly string[] = Object.keys(builtIn);

/** A seed by its name, perhaps with numbers: `company:mailboxes=1000,messages=500`; undefined for a name that is none. */
export function builtInSeed(text: string): Seed | undefined {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  if (!Object.hasOwn(builtIn, name)) return undefined;
  const { takes, make } = builtIn[name]!;
  const given = colon < 0 ? [] : text.slice(colon + 1).split(',');
  return make(Object.fromEntries(given.map((part) => numberOf(part, { name, takes }))));
}

function numberOf(part: string, { name, takes }: Pick<BuiltIn, 'takes'> & { name: string }): [string, number] {
  const [key = '', value = ''] = part.split('=');
  const isNumber = /^\d+(\.\d+)?$/.test(value);
  if (!takes.includes(key) || !isNumber) throw seedErrors.seedTakes({ name, part, takes });
  return [key, Number(value)];
}
