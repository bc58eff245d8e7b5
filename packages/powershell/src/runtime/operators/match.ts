import { Regex, type RegexMatch, RegexOptions } from '../../dotnet/index.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { scriptError } from '../errors/script-error.ts';
import { Hashtable } from '../values/dictionary.ts';
import { toText } from '../values/to-text.ts';
import type { CaseRule } from './compare.ts';

/** By their options, then by their texts. */
const known: Map<string, Regex>[] = [];
/** Patterns in scripts are few; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 500;

/** A compiled pattern; the same one for the same text. */
export function regexOf(pattern: string, options: number): Regex {
  const ofOptions = (known[options] ??= new Map());
  const found = ofOptions.get(pattern);
  if (found) return found;
  if (ofOptions.size >= knownLimit) ofOptions.clear();
  const made = compileRegex(pattern, options);
  ofOptions.set(pattern, made);
  return made;
}

function compileRegex(pattern: string, options: number): Regex {
  try {
    return new Regex(pattern, options);
  } catch (error) {
    throw asNetError(error);
  }
}

const optionsOf = (rule: CaseRule): number => (rule === 'ignore case' ? RegexOptions.IgnoreCase : RegexOptions.None);

/** The right operand as an expression: a Regex is taken as it is. */
export const patternOf = (right: unknown, rule: CaseRule): Regex =>
  right instanceof Regex ? right : regexOf(toText(right), optionsOf(rule));

/** `-match` for one value. */
export const matches = (left: unknown, right: unknown, rule: CaseRule): boolean =>
  patternOf(right, rule).isMatch(toText(left));

/** The groups of a match for `$Matches`, by number and name; undefined when there is none. */
export function matchGroups(left: unknown, right: unknown, rule: CaseRule): Hashtable | undefined {
  const regex = patternOf(right, rule);
  const match = regex.match(toText(left));
  return match && new MatchGroups(match);
}

/** The places of a pattern's groups by what `$Matches` calls them, names first, as a Hashtable of .NET happens to list them. */
type GroupPlaces = ReadonlyMap<string | number, number>;

const knownPlaces = new WeakMap<Regex, GroupPlaces>();

function placesOf(regex: Regex): GroupPlaces {
  const found = knownPlaces.get(regex);
  if (found) return found;
  const isNumber = (name: string): boolean => /^\d+$/.test(name);
  const all = regex.groupNames.map((name, place): [string | number, number] => [
    isNumber(name) ? Number(name) : name,
    place,
  ]);
  const places = new Map([
    ...all.filter(([key]) => typeof key === 'string'),
    ...all.filter(([key]) => typeof key === 'number'),
  ]);
  knownPlaces.set(regex, places);
  return places;
}

/** `$Matches`: most scripts ask it for a group or two, so that the table itself is made when it is looked at as one. */
class MatchGroups extends Hashtable {
  readonly #match: RegexMatch;

  constructor(match: RegexMatch) {
    super();
    this.#match = match;
  }

  override get(key: unknown): unknown {
    if (this.isFilled || typeof key !== 'number') return super.get(key);
    const place = placesOf(this.#match.regex).get(key);
    return place === undefined ? undefined : this.#match.group(place);
  }

  protected override *beginning(): Generator<readonly [key: string | number, value: string]> {
    for (const [key, place] of placesOf(this.#match.regex)) {
      const text = this.#match.group(place);
      if (text !== undefined) yield [key, text];
    }
  }
}

/** `-replace` compiles its pattern so that an invalid one is told in the language's own words. */
export function replacePattern(pattern: unknown, rule: CaseRule): Regex {
  if (pattern instanceof Regex) return pattern;
  const text = toText(pattern);
  try {
    return regexOf(text, optionsOf(rule));
  } catch (error) {
    throw scriptError('InvalidRegularExpression', [text], {
      target: text,
      inner: asNetError(error).record.exception,
    });
  }
}
