import { formatGuid, parseGuid } from '@cutover/wire';
import { predecessorChangeList, xid, type Xid } from '@cutover/wire/ics';
import type { Lineage } from '../../../store/lineage.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { keyOf, ownPredecessors } from './ids.ts';

/** What a folder or a message says of its last change. */
interface Changed {
  readonly changeNumber: number;
  readonly lineage?: Lineage;
}

/** 65E2: the key of the last change, the uploader's own if it was uploaded. */
export const changeKeyOf = (mailbox: Mailbox, { changeNumber, lineage }: Changed): Uint8Array =>
  lineage?.changeKey ?? keyOf(mailbox, changeNumber);

/** 65E3: every change that the object's present form includes. [MS-OXCFXICS] 2.2.2.3 */
export function predecessorsOf(mailbox: Mailbox, { changeNumber, lineage }: Changed): Uint8Array {
  if (lineage === undefined) return ownPredecessors(mailbox, changeNumber);
  if (lineage.changeKey !== undefined) return lineage.predecessors;
  const [own] = predecessorChangeList.decode(ownPredecessors(mailbox, changeNumber));
  const others = predecessorChangeList.decode(lineage.predecessors).filter((one) => one.namespace !== own!.namespace);
  return predecessorChangeList.encode([...others, own!].toSorted(byNamespace));
}

/** By the GUIDs' bytes, which are not in the order of their text. [MS-OXCFXICS] 2.2.2.3 */
const byNamespace = (one: Xid, other: Xid): number =>
  Buffer.compare(parseGuid(one.namespace), parseGuid(other.namespace));

/** One list of what these forms include: of each namespace the last change, in the order of a list. [MS-OXCFXICS] 3.1.5.3 */
export function mergedPredecessors(forms: readonly Uint8Array[]): Uint8Array {
  const last = new Map<string, Xid>();
  for (const one of forms.flatMap((form) => predecessorChangeList.decode(form))) {
    const known = last.get(one.namespace);
    if (known === undefined || !includes([known], [one])) last.set(one.namespace, one);
  }
  return predecessorChangeList.encode([...last.values()].toSorted(byNamespace));
}

/** The list of a change alone. */
export const listOf = (changeKey: Uint8Array): Uint8Array => predecessorChangeList.encode([xid.decode(changeKey)]);

/** Whether every change of the one list is in the other, or was followed there by a later one. */
function includes(list: readonly Xid[], others: readonly Xid[]): boolean {
  return others.every(({ namespace, localId }) => {
    const known = list.find((one) => one.namespace === namespace);
    return known !== undefined && Buffer.compare(padded(known.localId), padded(localId)) >= 0;
  });
}

const localIdSize = 8;
const padded = (localId: Uint8Array): Buffer => Buffer.concat([Buffer.alloc(localIdSize - localId.length), localId]);

/** How an uploaded form of an object stands to the one here: it follows, it is known already, or both went their own way. */
export function compareForms(uploaded: Uint8Array, here: Uint8Array): 'newer' | 'known' | 'conflict' {
  const [theirs, ours] = [predecessorChangeList.decode(uploaded), predecessorChangeList.decode(here)];
  if (includes(ours, theirs)) return 'known';
  return includes(theirs, ours) ? 'newer' : 'conflict';
}

/** The GUID and the counter of a source key; undefined for one that is no key of this server's making. */
export function counterOfKey(mailbox: Mailbox, key: Uint8Array): number | undefined {
  if (key.length !== sourceKeySize) return undefined;
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.length);
  return formatGuid(bytes.subarray(0, guidSize)) === mailbox.replicaGuid
    ? bytes.readUIntBE(guidSize, sourceKeySize - guidSize)
    : undefined;
}

const guidSize = 16;
const sourceKeySize = 22;
