import { scriptError } from '../errors/script-error.ts';
import { allSets } from './parameter-spec.ts';

/** Names of parameter sets with a bit each, in the order in which they are first named. */
export class SetNames {
  readonly #names: string[] = [];

  /** 0 for all sets. */
  flagOf(name: string): number {
    if (name === allSets) return 0;
    const known = this.find(name);
    if (known !== 0) return known;
    if (this.#names.length === 32) throw scriptError('ParsingTooManyParameterSets');
    return 1 << (this.#names.push(name) - 1);
  }

  /** The flag of a set that has been named; 0 for one that has not. */
  find(name: string): number {
    const lower = name.toLowerCase();
    const known = this.#names.findIndex((each) => each.toLowerCase() === lower);
    return known < 0 ? 0 : 1 << known;
  }

  get count(): number {
    return this.#names.length;
  }

  get allFlags(): number {
    return this.#names.reduce((all, _name, index) => all | (1 << index), 0);
  }

  /** The first of the sets of these flags. */
  nameOf(flags: number): string | undefined {
    return this.#names.find((_name, index) => (flags & (1 << index)) !== 0);
  }
}

/** How many sets flags stand for; all sets count as one. */
export function setCount(flags: number): number {
  if (flags === -1) return 1;
  let count = 0;
  for (let rest = flags; rest !== 0; rest &= rest - 1) count++;
  return count;
}
