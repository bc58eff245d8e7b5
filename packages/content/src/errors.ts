import { defineErrors } from '@cutover/base';

/** What cannot be turned into properties, and why. */
export const contentErrors = defineErrors('content', {
  rtfDamaged: {
    category: 'InvalidData',
    message: ({ reason }: { reason: string }) => `The compressed RTF cannot be read: ${reason}.`,
  },
  recurrenceDamaged: {
    category: 'InvalidData',
    message: ({ reason, offset }: { reason: string; offset: number }) =>
      `The recurrence cannot be read at byte ${offset}: ${reason}.`,
  },
  timeZoneDamaged: {
    category: 'InvalidData',
    message: ({ reason }: { reason: string }) => `The time zone cannot be read: ${reason}.`,
  },
  calendarUnreadable: {
    category: 'InvalidData',
    message: ({ reason }: { reason: string }) => `This is not an iCalendar file: ${reason}.`,
  },
  recurrenceUnsupported: {
    category: 'NotImplemented',
    message: ({ rule, reason }: { rule: string; reason: string }) =>
      `Exchange 2003 cannot hold the recurrence '${rule}': ${reason}.`,
  },
  cardUnreadable: {
    category: 'InvalidData',
    message: ({ reason }: { reason: string }) => `This is not a vCard file: ${reason}.`,
  },
});
