export {
  displayList,
  recipientProperties,
  setRepresenting,
  setSender,
  type MailAddress,
  type RecipientKind,
} from './addresses.ts';
export { fileAttachment, messageAttachment, type FileAttachment } from './attachments.ts';
export { compressRtf, decompressRtf } from './blobs/compressed-rtf.ts';
export { answerIndex, conversationIndex } from './blobs/conversation-index.ts';
export { addressBookEntryId, addressSearchKey, oneOffEntryId } from './blobs/entry-id.ts';
export { globalObjectIdFromUid, nativeGlobalObjectId } from './blobs/global-object-id.ts';
export {
  decodeAppointmentRecurrence,
  decodeRecurrencePattern,
  encodeAppointmentRecurrence,
  encodeRecurrencePattern,
  type AppointmentRecurrence,
  type RecurrenceException,
  type RecurrencePattern,
} from './blobs/recurrence.ts';
export {
  decodeTimeZoneStruct,
  encodeTimeZoneDefinition,
  encodeTimeZoneStruct,
  utcFromLocal,
  type TimeZoneChange,
  type TimeZoneRule,
} from './blobs/time-zone.ts';
export { composeAppointment, type Appointment, type Attendee, type NamedTimeZone } from './calendar/appointment.ts';
export { ianaZoneName, localFromUtc, ruleOfZone, windowsZoneName } from './calendar/iana-time-zone.ts';
export { composeNote, type StickyNote } from './calendar/note.ts';
export { buildPattern, buildRecurrence, occurrenceDays, type Series, type SeriesRule } from './calendar/series.ts';
export { composeTask, type Task } from './calendar/task.ts';
export { composeContact, type Contact, type PhoneKind, type PostalAddress } from './contact/contact.ts';
export { contentErrors } from './errors.ts';
export { composeMail, type FollowUpFlag, type Mail } from './mail.ts';
export {
  bytesOfMemory,
  isStreamed,
  type AttachmentContent,
  type ByteSource,
  type MessageContent,
  type StoredProperty,
  type StreamedProperty,
} from './message-content.ts';
export { PropertyList } from './property-list.ts';
export { importMime, originalName, type ImportedMessage, type ImportOptions } from './mime/import-mime.ts';
export { mimeProblems, type MimeProblem, type MimeProblemKind } from './mime/mime-problem.ts';
export { parseMailDate } from './mime/parse-date.ts';
export {
  importCalendar,
  type CalendarImport,
  type CalendarItem,
  type CalendarOptions,
} from './calendar/import-calendar.ts';
export { exceptionAttachment, type SeriesException } from './calendar/exception.ts';
export { importCards, type CardOptions } from './contact/import-cards.ts';
