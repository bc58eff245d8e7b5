import type { Reader } from '@cutover/wire';
import { logonFlag, publicRops, type Rop, rops } from '@cutover/wire/rop';
import type { Execution } from './execution.ts';

/** Bytes before the reader's next one: logon id and handle index come first. */
const logonId = 0;
const firstField = 2;
/** Ids are bytes. */
const unknownLogon = -1;

type Test = (execution: Execution, reader: Reader) => boolean;

const isPublicLogon = (_: Execution, reader: Reader): boolean =>
  ((reader.peek(firstField) ?? logonFlag.private) & logonFlag.private) === 0;

const isOnPublicFolders: Test = ({ session }, reader) =>
  session.logon(reader.peek(logonId) ?? unknownLogon)?.mailbox.isPublic === true;

const forms: ReadonlyMap<Rop, readonly [Rop, Test]> = new Map<Rop, readonly [Rop, Test]>([
  [rops.logon, [publicRops.logon, isPublicLogon]],
  [rops.writePerUserInformation, [publicRops.writePerUserInformation, isOnPublicFolders]],
  [rops.setMessageReadFlag, [publicRops.setMessageReadFlag, isOnPublicFolders]],
]);

/** The form of a ROP that stands before a reader, after its number: where it is about public folders some have another. */
export function formOf(execution: Execution, rop: Rop | undefined, reader: Reader): Rop | undefined {
  const form = rop && forms.get(rop);
  return form?.[1](execution, reader) === true ? form[0] : rop;
}
