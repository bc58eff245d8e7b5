import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidTag } from '@cutover/wire/properties';
import type { AttachmentContent, MessageContent } from '../message-content.ts';
import { PropertyList } from '../property-list.ts';

const exceptionClass = 'IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}';
/** 3705 and 7FFD. [MS-OXOCAL] 2.2.10.1 */
const embeddedMessage = 5;
const exceptionFlag = 2;

/** One instance of a series that differs: the message that holds it, and its times. */
export interface SeriesException {
  readonly content: MessageContent;
  readonly start: Date;
  readonly end: Date;
  /** When the instance would have begun. */
  readonly originalStart: Date;
  /** Start and end local to the series, in the UTC fields. */
  readonly localStart: Date;
  readonly localEnd: Date;
}

/** The hidden attachment of a series that holds one instance. [MS-OXOCAL] 2.2.10.1 */
export function exceptionAttachment(exception: SeriesException): AttachmentContent {
  const { content, start, end, originalStart, localStart, localEnd } = exception;
  const replaces = filetimeFromDate(originalStart);
  const properties = new PropertyList()
    .set(pidTag.attachMethod, embeddedMessage)
    .set(pidTag.attachmentFlags, exceptionFlag)
    .set(pidTag.attachmentHidden, true)
    .set(pidTag.attachmentLinkId, 0)
    .set(pidTag.renderingPosition, -1)
    .set(pidTag.displayName, 'Untitled')
    .set(pidTag.exceptionReplaceTime, replaces)
    .set(pidTag.exceptionStartTime, filetimeFromDate(localStart))
    .set(pidTag.exceptionEndTime, filetimeFromDate(localEnd))
    .toArray();
  const own = new PropertyList()
    .set(pidTag.messageClass, exceptionClass)
    .setNamed(pidLid.exceptionReplaceTime, replaces)
    .setNamed(pidLid.appointmentStartWhole, filetimeFromDate(start))
    .setNamed(pidLid.appointmentEndWhole, filetimeFromDate(end))
    .toArray();
  const replaced = new Set(own.map(keyOf));
  const kept = content.properties.filter((property) => !replaced.has(keyOf(property)));
  return { properties, embedded: { ...content, properties: [...kept, ...own] } };
}

const keyOf = ({ tag, name }: { tag: number; name?: unknown }): string =>
  name === undefined ? String(tag >>> 16) : JSON.stringify(name);
