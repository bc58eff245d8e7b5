import { defineErrors } from '@cutover/base';

/** What is wrong with a seed, where, and how to mend it. */
export const seedErrors = defineErrors('seed', {
  unknownTimeZone: {
    category: 'InvalidData',
    message: ({ zone }: { zone: string }) =>
      `The time zone '${zone}' is unknown. Name one of the IANA database, e.g. Europe/Berlin.`,
  },
  duplicateAlias: {
    category: 'ResourceExists',
    message: ({ alias }: { alias: string }) =>
      `Two recipients have the alias '${alias}'. Aliases are the keys of a directory: give one of them another.`,
  },
  unknownMember: {
    category: 'ObjectNotFound',
    message: ({ alias, where }: { alias: string; where: string }) =>
      `${where} names '${alias}', which no recipient has as alias. Add the recipient or correct the name.`,
  },
  unknownDatabase: {
    category: 'ObjectNotFound',
    message: ({ name, where }: { name: string; where: string }) =>
      `${where} names the database '${name}', which the organisation does not have. Add it to 'databases'.`,
  },
  recurrenceIncomplete: {
    category: 'InvalidData',
    message: ({ subject, every }: { subject: string; every: string }) =>
      every === 'week'
        ? `The series '${subject}' has no weekdays. Add e.g. "weekdays": ["MO"].`
        : `The series '${subject}' has no day. Add "dayOfMonth", or "weekdays" with "nth".`,
  },
  fileUnreadable: {
    category: 'ReadError',
    message: ({ path, reason }: { path: string; reason: string }) =>
      `The seed file '${path}' cannot be read: ${reason}.`,
  },
  fileInvalid: {
    category: 'InvalidData',
    message: ({ path, problems }: { path: string; problems: readonly string[] }) =>
      `The seed file '${path}' is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  },
  unknownSeed: {
    category: 'ObjectNotFound',
    message: ({ name, known }: { name: string; known: readonly string[] }) =>
      `There is neither a seed '${name}' nor a file of that name. Seeds are: ${known.join(', ')}.`,
  },
});
