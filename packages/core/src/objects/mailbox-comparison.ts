import { byteSize, defineObject, flag, integer, optional, text, type RecordOf } from '../define-object.ts';

/** How a folder, or at the end a whole mailbox, compares with its copy; ours, the product has no such thing. */
export const mailboxComparison = defineObject({
  name: 'MailboxComparison',
  typeName: 'Cutover.MailboxComparison',
  properties: {
    Mailbox: text('SmtpAddress'),
    Folder: text(),
    SourceItemCount: integer(),
    TargetItemCount: integer(),
    SourceSize: byteSize(),
    TargetSize: byteSize(),
    MissingCount: integer(),
    DifferingCount: integer(),
    ExtraCount: integer(),
    UnreadableCount: integer(),
    SkippedCount: integer(),
    SourceHash: text(),
    TargetHash: text(),
    IsEqual: flag(),
    /** The file with all of it, on the line of the whole mailbox. */
    EvidenceUrl: optional(text()),
  },
  table: [
    { header: 'Folder', property: 'Folder', width: 28 },
    { header: 'Source', property: 'SourceItemCount' },
    { header: 'Target', property: 'TargetItemCount' },
    { header: 'Missing', property: 'MissingCount' },
    { header: 'Differing', property: 'DifferingCount' },
    { header: 'Extra', property: 'ExtraCount' },
    { header: 'IsEqual', property: 'IsEqual' },
  ],
});
/** A folder or a whole mailbox beside its copy, as Compare-MigratedMailbox answers it. */
export type MailboxComparison = RecordOf<typeof mailboxComparison>;
