import { similarNames } from '@cutover/base';
import { emsmdb } from '@cutover/wire/emsmdb';
import { epmInterface } from '@cutover/wire/epm';
import { mgmtInterface } from '@cutover/wire/mgmt';
import { nspiInterface } from '@cutover/wire/nspi';
import { rfrInterface } from '@cutover/wire/rfr';
import { rops } from '@cutover/wire/rop';

/** Those of @cutover/imap, which is loaded with the first door that speaks it. */
const imapNames = (
  'CAPABILITY NOOP LOGOUT STARTTLS LOGIN AUTHENTICATE SELECT EXAMINE LIST LSUB RLIST RLSUB CREATE DELETE SUBSCRIBE ' +
  'UNSUBSCRIBE RENAME STATUS APPEND NAMESPACE IDLE FETCH STORE COPY SEARCH CHECK EXPUNGE CLOSE'
)
  .split(' ')
  .concat(['UID FETCH', 'UID STORE', 'UID COPY', 'UID SEARCH', 'UID EXPUNGE']);

const namesOf = (table: Readonly<Record<string, { readonly name: string }>>): string[] =>
  Object.values(table).map(({ name }) => name);

const interfaces = [emsmdb, epmInterface, mgmtInterface, nspiInterface, rfrInterface];

/** The names by which calls, ROPs and the commands of mail clients are addressed. */
export const faultNames = {
  imap: imapNames,
  smtp: ['CONNECT', 'AUTH', 'MAIL', 'RCPT', 'DATA'],
  rop: namesOf(rops),
  operation: interfaces.flatMap(({ operations }) => namesOf(operations)),
} as const;

const withoutRop = (name: string): string => name.toLowerCase().replace(/^rop/, '');

/** Whether two names mean the same call, case and `Rop` in front aside. */
export const isSameName = (left: string, right: string): boolean => withoutRop(left) === withoutRop(right);

/** Places where there are no names but these. */
export type NamedPlace = keyof typeof faultNames;

export const isNamedPlace = (place: string): place is NamedPlace => Object.hasOwn(faultNames, place);

/** What was meant, perhaps: names that differ by few letters, or else those that share most words. */
export function namesLike(place: NamedPlace, name: string): string[] {
  const known: readonly string[] = faultNames[place];
  const near = similarNames(withoutRop(name), known.map(withoutRop));
  if (near.length > 0) return known.filter((one) => near.includes(withoutRop(one)));
  const words = wordsOf(name);
  const shared = known.map((one) => ({ one, count: wordsOf(one).filter((word) => words.includes(word)).length }));
  const most = Math.max(1, ...shared.map(({ count }) => count));
  return shared
    .filter(({ count }) => count === most)
    .map(({ one }) => one)
    .slice(0, 5);
}

const wordsOf = (name: string): string[] => name.replace(/^Rop/, '').match(/[A-Z][a-z]+|[A-Z]{2,}/g) ?? [];
