import type { SeededRandom } from '@cutover/base';
import type { RecipientAttributes } from '../../organisation/recipient.ts';
import { stableRandom } from '../stable.ts';
import { type Culture, cultures, departments } from './cultures.ts';
import { pickWeighted } from './distribution.ts';

/** Somebody of the company. */
export interface Person {
  readonly alias: string;
  readonly displayName: string;
  readonly department: string;
  readonly culture: Culture;
  /** Alias of the manager; nobody stands above the first. */
  readonly manager?: string;
  readonly attributes: RecipientAttributes;
}

interface Name {
  readonly shown: string;
  readonly latin: string;
}

const nameOf = (text: string): Name => {
  const [shown, latin] = text.split('|') as [string, string?];
  return { shown, latin: latin ?? shown };
};

const foldings: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', ð: 'd', þ: 'th', ı: 'i' };

/** The letters that an alias may have: without marks, in lower case. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[ßæøłðþı]/g, (letter) => foldings[letter]!)
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');

/** The people of a company in the order in which they came to it; the first leads it, the heads of departments follow. */
export function peopleOf(count: number, { seed, company }: { seed: number; company: string }): Person[] {
  const taken = new Set<string>();
  const people: Person[] = [];
  for (let index = 0; index < count; index++) {
    const random = stableRandom('company', seed, 'person', index);
    people.push(personOf(random, { index, company, taken, above: people }));
  }
  return people;
}

interface Place {
  readonly index: number;
  readonly company: string;
  readonly taken: Set<string>;
  readonly above: readonly Person[];
}

function personOf(random: SeededRandom, { index, company, taken, above }: Place): Person {
  const culture = pickWeighted(random, cultures);
  const given = nameOf(random.pick(culture.givenNames));
  const surname = nameOf(random.pick(culture.surnames));
  const isHead = index < departments.length;
  // The last department, the management, has the first person as its head.
  const [department, , titles] = isHead
    ? departments.at(-1 - index)!
    : pickWeighted(
        random,
        departments.map((one) => [one, one[1]] as const),
      );
  const head = above.find((person) => person.department === department) ?? above[0];
  return {
    alias: freeAlias(plain(given.latin), plain(surname.latin), taken),
    displayName: shownName(given, surname, culture),
    department,
    culture,
    ...(head === undefined ? {} : { manager: head.alias }),
    attributes: {
      ...attributesOf(random, { given, surname, culture }),
      company,
      department,
      title: isHead ? titles[0]! : random.pick(titles.slice(1)),
    },
  };
}

const shownName = (given: Name, surname: Name, { surnameFirst = false }: Culture): string =>
  surnameFirst ? `${surname.shown} ${given.shown}` : `${given.shown} ${surname.shown}`;

/** annb, annbe, …, and a number where there is no letter left. */
function freeAlias(given: string, surname: string, taken: Set<string>): string {
  let alias = given + surname.slice(0, 1);
  for (let length = 2; taken.has(alias) && length <= surname.length; length++) alias = given + surname.slice(0, length);
  for (let number = 2; taken.has(alias); number++) alias = `${given}${surname}${number}`;
  taken.add(alias);
  return alias;
}

function attributesOf(
  random: SeededRandom,
  { given, surname, culture: { site } }: { given: Name; surname: Name; culture: Culture },
): RecipientAttributes {
  const isForeign = given.shown !== given.latin;
  const { city, country, street, postalCode, phone } = site;
  return {
    givenName: given.shown,
    surname: surname.shown,
    office: `${random.integer(1, 4)}/${random.integer(1000, 4999)}`,
    businessPhone: `${phone}${random.integer(1000, 9999)}`,
    ...(random.next() < 0.6 ? { mobilePhone: `${phone}${random.integer(100_000, 999_999)}` } : {}),
    street,
    city,
    postalCode,
    country,
    ...(isForeign ? { printableName: `${given.latin} ${surname.latin}` } : {}),
  };
}
