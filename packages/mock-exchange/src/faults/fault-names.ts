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

const webMethods = (
  'RPC_IN_DATA RPC_OUT_DATA GET HEAD POST PUT DELETE OPTIONS MKCOL MOVE COPY PROPFIND PROPPATCH SEARCH BPROPFIND ' +
  'BPROPPATCH BDELETE BMOVE BCOPY LOCK UNLOCK SUBSCRIBE UNSUBSCRIBE POLL X-MS-ENUMATTS'
).split(' ');

/** The names by which calls, ROPs, requests and the commands of mail clients are addressed. */
export const faultNames = {
  http: webMethods,
  imap: imapNames,
  smtp: ['CONNECT', 'AUTH', 'MAIL', 'RCPT', 'DATA'],
  rop: namesOf(rops),
  operation: interfaces.flatMap(({ operations }) => namesOf(operations)),
} as const;

const withoutRop = (name: string): string => name.toLowerCase().replace(/^rop/, '');

/** Whether two names mean the same call, case and `Rop` in front aside. */
export const isSameName = (left: string, right: string): boolean => withoutRop(left) === withoutRop(right);

/** Places where things have names. */
export type NamedPlace = keyof typeof faultNames;

export const isNamedPlace = (place: string): place is NamedPlace => Object.hasOwn(faultNames, place);

/** Names that differ from a name by few letters. */
export const likelyNames = (place: NamedPlace, name: string): string[] => {
  const known: readonly string[] = faultNames[place];
  const near = similarNames(withoutRop(name), known.map(withoutRop));
  return known.filter((one) => near.includes(withoutRop(one)));
};

/** What was meant, perhaps: names that differ by few letters, or else those that share most words. */
export function namesLike(place: NamedPlace, name: string): string[] {
  const near = likelyNames(place, name);
  if (near.length > 0) return near;
  const words = wordsOf(name);
  const shared = (faultNames[place] as readonly string[]).map((one) => ({
    one,
    count: wordsOf(one).filter((word) => words.includes(word)).length,
  }));
  const most = Math.max(1, ...shared.map(({ count }) => count));
  return shared
    .filter(({ count }) => count === most)
    .map(({ one }) => one)
    .slice(0, 5);
}

const wordsOf = (name: string): string[] => name.replace(/^Rop/, '').match(/[A-Z][a-z]+|[A-Z]{2,}/g) ?? [];
