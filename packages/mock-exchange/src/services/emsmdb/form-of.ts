import type { Reader } from '@cutover/wire';
import { logonFlag, publicRops, type Rop, rops } from '@cutover/wire/rop';
import { type Execution, objectAt } from './execution.ts';

/** Bytes before the reader's next one: logon id and handle index come first. */
const handleIndex = 1;
const secondHandleIndex = 2;
const firstField = 2;

type Test = (execution: Execution, reader: Reader) => boolean;

const isPublicLogon = (_: Execution, reader: Reader): boolean =>
  ((reader.peek(firstField) ?? logonFlag.private) & logonFlag.private) === 0;

const isOnPublicFolders =
  (place: number): Test =>
  (execution, reader) =>
    objectAt(execution, reader.peek(place))?.logon.mailbox.isPublic === true;

const forms: ReadonlyMap<Rop, readonly [Rop, Test]> = new Map<Rop, readonly [Rop, Test]>([
  [rops.logon, [publicRops.logon, isPublicLogon]],
  [rops.writePerUserInformation, [publicRops.writePerUserInformation, isOnPublicFolders(handleIndex)]],
  // Its first index is that of the answer.
  [rops.setMessageReadFlag, [publicRops.setMessageReadFlag, isOnPublicFolders(secondHandleIndex)]],
]);

/** The form of a ROP that stands before a reader, after its number: where it is about public folders some have another. */
export function formOf(execution: Execution, rop: Rop | undefined, reader: Reader): Rop | undefined {
  const form = rop && forms.get(rop);
  return form?.[1](execution, reader) === true ? form[0] : rop;
}
