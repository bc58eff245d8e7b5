import { emsmdb } from '@cutover/wire/emsmdb';
import { epmInterface } from '@cutover/wire/epm';
import { mgmtInterface } from '@cutover/wire/mgmt';
import { nspiInterface } from '@cutover/wire/nspi';
import { rfrInterface } from '@cutover/wire/rfr';
import { rops } from '@cutover/wire/rop';

const namesOf = (table: Readonly<Record<string, { readonly name: string }>>): string[] =>
  Object.values(table).map(({ name }) => name);

const interfaces = [emsmdb, epmInterface, mgmtInterface, nspiInterface, rfrInterface];

/** The names by which RPC calls and ROPs are addressed. */
export const faultNames = {
  rop: namesOf(rops),
  operation: interfaces.flatMap(({ operations }) => namesOf(operations)),
} as const;

const withoutRop = (name: string): string => name.toLowerCase().replace(/^rop/, '');

/** Whether two names mean the same call, case and `Rop` in front aside. */
export const isSameName = (left: string, right: string): boolean => withoutRop(left) === withoutRop(right);

/** Names that share a word with this one: what was meant, perhaps. */
export function similarNames(place: 'rop' | 'operation', name: string): string[] {
  const words = name.replace(/^Rop/, '').match(/[A-Z][a-z]{2,}/g) ?? [];
  return faultNames[place].filter((known) => words.some((word) => known.includes(word)));
}
