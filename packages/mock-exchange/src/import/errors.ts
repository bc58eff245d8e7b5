import { defineErrors } from '@cutover/base';

/** What cannot be imported, and why. */
export const importErrors = defineErrors('import', {
  unreadable: {
    category: 'ReadError',
    message: ({ path, reason }: { path: string; reason: string }) => `'${path}' cannot be read: ${reason}.`,
  },
  unknownKind: {
    category: 'InvalidData',
    message: ({ path }: { path: string }) =>
      `'${path}' is none of what can be imported: .eml, .mbox, .ics, .vcf, a Maildir, or a folder of these.`,
  },
  ldifDamaged: {
    category: 'InvalidData',
    message: ({ line, reason }: { line: number; reason: string }) =>
      `The LDIF file is damaged at line ${line}: ${reason}.`,
  },
  csvDamaged: {
    category: 'InvalidData',
    message: ({ reason }: { reason: string }) => `The CSV file cannot be read: ${reason}.`,
  },
  entryIncomplete: {
    category: 'InvalidData',
    message: ({ entry, attribute }: { entry: string; attribute: string }) =>
      `The directory entry '${entry}' has no ${attribute}. Add it, or leave the entry out.`,
  },
  memberUnknown: {
    category: 'ObjectNotFound',
    message: ({ entry, member }: { entry: string; member: string }) =>
      `The directory entry '${entry}' names '${member}', which is not among the entries.`,
  },
});
