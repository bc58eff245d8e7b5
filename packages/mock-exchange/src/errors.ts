import { defineErrors } from '@cutover/base';

const didYouMean = (similar: readonly string[]): string => `Did you mean ${similar.join(' or ')}?`;

/** Asks for what was meant, or says something else where nothing is like it. */
const orElse = (similar: readonly string[], otherwise: string): string =>
  similar.length > 0 ? didYouMean(similar) : otherwise;

/** What goes wrong with the mock server itself or with a client of it. */
export const mockErrors = defineErrors('mockExchange', {
  protocolViolation: {
    category: 'ProtocolError',
    message: ({ what }: { what: string }) => `The client broke the protocol: ${what}. The connection was closed.`,
  },
  cannotListen: {
    category: 'OpenError',
    message: ({ host, port, reason }: { host: string; port: number; reason: string }) =>
      `Cannot listen on ${host}:${port}: ${reason}. Give another host or port; port 0 takes any free one.`,
  },
  closed: {
    category: 'InvalidOperation',
    message: ({ what }: { what: string }) =>
      `The server was closed: ${what} needs one that runs. Close it after the last test that uses it, or start another.`,
  },
  readyFileNotWritten: {
    category: 'WriteError',
    message: ({ path, reason }: { path: string; reason: string }) =>
      `The ready file '${path}' cannot be written: ${reason}. Give --ready-file a path in a folder that exists.`,
  },
  unknownOption: {
    category: 'InvalidArgument',
    message: ({ option, similar }: { option: string; similar: readonly string[] }) =>
      `There is no option ${option}. ` + orElse(similar, '--help shows those that there are.'),
  },
  unknownArgument: {
    category: 'InvalidArgument',
    message: ({ argument }: { argument: string }) =>
      `'${argument}' belongs to no option. --help shows how the command is called.`,
  },
  lateExec: {
    category: 'InvalidArgument',
    message: () => 'exec comes first: mock-exchange-2003 exec [options] -- PROGRAM [ARGUMENTS].',
  },
  repeatedOption: {
    category: 'InvalidArgument',
    message: ({ option }: { option: string }) => `${option} is given more than once.`,
  },
  missingValue: {
    category: 'InvalidArgument',
    message: ({ option }: { option: string }) => `${option} needs a value.`,
  },
  missingProgram: {
    category: 'InvalidArgument',
    message: () => 'exec needs a program to run: mock-exchange-2003 exec -- PROGRAM [ARGUMENTS].',
  },
  programNotStarted: {
    category: 'OpenError',
    message: ({ program, reason }: { program: string; reason: string }) =>
      `The program '${program}' cannot be started: ${reason}. Give its path, or a name that is on the PATH.`,
  },
  exportNotWritten: {
    category: 'WriteError',
    message: ({ path, reason }: { path: string; reason: string }) =>
      `The export '${path}' cannot be written: ${reason}. Give a path in a folder that exists.`,
  },
  recordNotWritten: {
    category: 'WriteError',
    message: ({ option, path, reason }: { option: string; path: string; reason: string }) =>
      `The file '${path}' cannot be written: ${reason}. Give ${option} a path in a folder that exists.`,
  },
  unknownChoice: {
    category: 'InvalidArgument',
    message: ({ option, value, known }: { option: string; value: string; known: readonly string[] }) =>
      `${option} is '${value}', which is not known. Give one of ${known.join(', ')}.`,
  },
  clockRuns: {
    category: 'InvalidOperation',
    message: () =>
      "The server goes by the machine's clock, which nobody moves. Start it with --clock MOMENT, or { clock: steppedClock(…) }.",
  },
  badMoment: {
    category: 'InvalidArgument',
    message: ({ option, value }: { option: string; value: string }) =>
      `${option} is '${value}', which is no moment. Give e.g. 2013-02-01 or 2013-02-01T09:00:00Z.`,
  },
  badPort: {
    category: 'InvalidArgument',
    message: ({ option, value }: { option: string; value: string }) =>
      `${option} is '${value}', which is not a port: a number from 0 to 65535.`,
  },
});

/** What is wrong with what a test gives. */
export const inputErrors = defineErrors('input', {
  unknownField: {
    category: 'InvalidArgument',
    message: ({
      name,
      of,
      similar,
      known,
    }: { name: string; of: string } & Record<'similar' | 'known', readonly string[]>) =>
      `There is no '${name}' in ${of}. ` + orElse(similar, `There are ${known.join(', ')}.`),
  },
  noObject: {
    category: 'InvalidArgument',
    message: ({ of, value }: { of: string; value: string }) => `${of} is ${value}. Give an object.`,
  },
  missingField: {
    category: 'InvalidArgument',
    message: ({ name, of, takes }: { name: string; of: string; takes: string }) =>
      `${of} has no ${name}. Give ${takes}.`,
  },
  badValue: {
    category: 'InvalidArgument',
    message: ({ name, of, value, takes }: { name: string; of: string; value: string; takes: string }) =>
      `${name} of ${of} is ${value}. Give ${takes}.`,
  },
  notKept: {
    category: 'InvalidOperation',
    message: ({ what }: { what: string }) => `This server keeps no ${what}. Start it with { ${what}: true }.`,
  },
});

/** What is wrong with a fault. */
export const faultErrors = defineErrors('fault', {
  targetUnclear: {
    category: 'InvalidArgument',
    message: ({ named }: { named: readonly string[] }) =>
      named.length === 0
        ? 'The fault says nowhere where it strikes. Name one of http, operation, rop, item, imap and smtp.'
        : `The fault names ${named.join(' and ')}. Name one of them, and make a second fault for the other.`,
  },
  unknownName: {
    category: 'ObjectNotFound',
    message: ({
      place,
      name,
      similar,
      known,
    }: { place: string; name: string } & Record<'similar' | 'known', readonly string[]>) =>
      `There is no ${place} '${name}'. ${orElse(similar, known.length > 40 ? 'docs/protocols.md names all that there are.' : `There are ${known.join(', ')}.`)}`,
  },
  doorClosed: {
    category: 'InvalidArgument',
    message: ({ place, door }: { place: string; door: string }) =>
      `This server has no door for '${place}': the fault would never strike. Start it with '${door}' among its doors.`,
  },
  nthAlone: {
    category: 'InvalidArgument',
    message: () =>
      "A fault with 'nth' strikes that one time, which 'from' and 'times' cannot change. Leave out 'nth', or those.",
  },
  planInUse: {
    category: 'InvalidOperation',
    message: () =>
      'The plan of faults belongs to a server that is still running. Close it, or give the other new FaultPlan(plan.toJSON()).',
  },
  neverStruck: {
    category: 'InvalidResult',
    message: ({ faults }: { faults: readonly string[] }) =>
      `These faults have not struck:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
  },
  effectElsewhere: {
    category: 'InvalidArgument',
    message: ({ effect, place, possible }: { effect: string; place: string; possible: readonly string[] }) =>
      `${effect} cannot be done to what '${place}' names. Possible are ${possible.join(', ')}.`,
  },
  conditionElsewhere: {
    category: 'InvalidArgument',
    message: ({ condition, place, possible }: { condition: string; place: string; possible: readonly string[] }) =>
      `A fault of '${place}' cannot be told by ${condition}${possible.length > 0 ? `, but by ${possible.join(', ')}` : ''}: it would never strike.`,
  },
  onChannel: {
    category: 'InvalidArgument',
    message: ({ effect, name }: { effect: string; name: string }) =>
      `${effect} cannot be done to ${name}, which is a channel and not answered as a whole. Name the 'operation' or the 'rop' whose answer is meant.`,
  },
  noBackOff: {
    category: 'InvalidArgument',
    message: ({ name }: { name: string }) =>
      `The answer of ${name} has no room for a time to wait; that of FastTransferSourceGetBuffer has. Use returnValue(0x00000480) for others.`,
  },
});

/** What a test expected of a conversation. */
export const journalErrors = defineErrors('journal', {
  twoPlaces: {
    category: 'InvalidArgument',
    message: ({ named }: { named: readonly string[] }) =>
      `The match names ${named.join(' and ')}, and no entry is both. Name one of them.`,
  },
  noMailboxThere: {
    category: 'InvalidArgument',
    message: ({ place }: { place: string }) =>
      `An entry of '${place}' tells no mailbox, and would never match. Name a 'rop', an 'imap' command or an 'http' method, or whose 'account' it is.`,
  },
  missing: {
    category: 'InvalidResult',
    message: ({ match, position, searched, ...there }: Search & { position: number }) =>
      `Nothing matches ${match}, number ${position} of the expected order, in the ${searched} entries that were left.` +
      whatWasThere(there),
  },
  notCome: {
    category: 'OperationTimeout',
    message: ({ match, searched, ...there }: Search) =>
      `Nothing that matches ${match} has come since it was waited for, ${searched === 0 ? 'nor anything else' : `but ${searched} other entries`}.` +
      whatWasThere(there),
  },
  noMail: {
    category: 'OperationTimeout',
    message: ({ who, messages }: { who: string; messages: number }) =>
      `No new mail has come to '${who}', whose Inbox holds ${messages} messages. Only what comes after nextMail was called is told.`,
  },
  unexpected: {
    category: 'InvalidResult',
    message: ({ entries }: { entries: readonly string[] }) =>
      `The client sent what this server does not have, or what has no place in the protocol:\n${entries.join('\n')}`,
  },
});

/** What was looked for in a journal, and what was there instead. */
export interface Search {
  readonly match: string;
  /** Entries in which it was looked for. */
  readonly searched: number;
  /** The last entry before them that matches. */
  readonly earlier: string | undefined;
  /** Entries in which one thing differs. */
  readonly nearest: readonly string[];
  /** What there was, by name. */
  readonly names: readonly string[];
}

function whatWasThere({ earlier, nearest, names }: Pick<Search, 'earlier' | 'nearest' | 'names'>): string {
  const before = earlier === undefined ? '' : ` It was there before:\n${earlier}`;
  const gap = earlier === undefined ? ' ' : '\n';
  if (nearest.length > 0) return `${before}${gap}Nearest:\n${nearest.join('\n')}`;
  return names.length > 0 ? `${before}${gap}There were: ${names.join(', ')}.` : before;
}

/** What a mailbox refuses. */
export const storeErrors = defineErrors('store', {
  noSuchFolder: {
    category: 'ObjectNotFound',
    message: ({ id }: { id: number }) => `The mailbox has no folder ${id.toString(16)}.`,
  },
  noSuchMessage: {
    category: 'ObjectNotFound',
    message: ({ id }: { id: number }) => `The mailbox has no message ${id.toString(16)}.`,
  },
  folderExists: {
    category: 'ResourceExists',
    message: ({ name, parent }: { name: string; parent: string }) =>
      `The folder '${parent}' already holds a folder '${name}'. Choose another name.`,
  },
  folderIsFixed: {
    category: 'InvalidOperation',
    message: ({ name }: { name: string }) => `The folder '${name}' belongs to every mailbox and stays where it is.`,
  },
  folderIntoItself: {
    category: 'InvalidOperation',
    message: ({ name }: { name: string }) => `The folder '${name}' cannot be put below itself.`,
  },
  mailboxExists: {
    category: 'ResourceExists',
    message: ({ owner }: { owner: string }) => `The store already has a mailbox of '${owner}'.`,
  },
});

/** What is wrong with a seed, where, and how to mend it. */
export const seedErrors = defineErrors('seed', {
  unknownTimeZone: {
    category: 'InvalidData',
    message: ({ zone }: { zone: string }) =>
      `The time zone '${zone}' is unknown. Name one of the IANA database, e.g. Europe/Berlin.`,
  },
  noAccount: {
    category: 'ObjectNotFound',
    message: ({ name, similar }: { name: string; similar: readonly string[] }) =>
      `There is no account '${name}'. ${orElse(similar, 'Give a user name or a userPrincipalName.')}`,
  },
  noPublicFolders: {
    category: 'ObjectNotFound',
    message: () =>
      'This server has no public folders. Give it some: publicFolders() of the builder, or "publicFolders" in a JSON seed.',
  },
  noMailbox: {
    category: 'ObjectNotFound',
    message: ({ who, kind, similar }: { who: string; kind?: string | undefined; similar: readonly string[] }) =>
      kind === 'group' || kind === 'contact'
        ? `'${who}' is a ${kind}, which has no mailbox.`
        : `Nobody with the alias or address '${who}' has a mailbox here.${similar.length > 0 ? ` ${didYouMean(similar)}` : ''}`,
  },
  duplicateAlias: {
    category: 'ResourceExists',
    message: ({ alias }: { alias: string }) =>
      `Two recipients have the alias '${alias}'. Aliases are the keys of a directory: give one of them another.`,
  },
  unknownMember: {
    category: 'ObjectNotFound',
    message: ({ alias, where, similar }: { alias: string; where: string; similar: readonly string[] }) =>
      `${where} names '${alias}', which no recipient has as alias. ${orElse(similar, 'Add the recipient or correct the name.')}`,
  },
  unknownAccount: {
    category: 'ObjectNotFound',
    message: ({ userName, similar }: { userName: string; similar: readonly string[] }) =>
      `A right is given to '${userName}', which no account has as user name. ${orElse(similar, 'Add the account or correct the name.')}`,
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
      `The file '${path}' cannot be read: ${reason}. Paths begin in the folder where the program was started.`,
  },
  fileInvalid: {
    category: 'InvalidData',
    message: ({ path, problems }: { path: string; problems: readonly string[] }) =>
      `The file '${path}' is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  },
  seedTakes: {
    category: 'InvalidArgument',
    message: ({ name, part, takes }: { name: string; part: string; takes: readonly string[] }) =>
      `'${part}' is nothing that the seed ${name} takes. Give any of ${takes.map((one) => `${one}=NUMBER`).join(', ')}, with commas between.`,
  },
  unknownFolder: {
    category: 'ObjectNotFound',
    message: ({ name, known, similar }: { name: string } & Record<'known' | 'similar', readonly string[]>) =>
      `No mailbox has a folder '${name}' of its own. ${orElse(similar, `There are ${known.join(', ')}.`)} For any other give its path from the top, e.g. ['${name}'].`,
  },
  unknownItem: {
    category: 'InvalidArgument',
    message: ({ type, known, similar }: { type: string } & Record<'known' | 'similar', readonly string[]>) =>
      `The type of the item is '${type}'. ${orElse(similar, `Give one of ${known.join(', ')}.`)}`,
  },
  unknownPerson: {
    category: 'ObjectNotFound',
    message: ({ name, item, similar }: { name: string; item: string; similar: readonly string[] }) =>
      `'${item}' names '${name}', which is no alias of the directory. ${orElse(similar, 'Give an alias, or the address of somebody outside.')}`,
  },
  endsEarly: {
    category: 'InvalidArgument',
    message: ({ subject }: { subject: string }) => `The appointment '${subject}' ends before it starts.`,
  },
  notASeed: {
    category: 'InvalidArgument',
    message: () =>
      "What was given is no seed. Give contoso(), company({ … }), await loadSeed('seed.json'), or one that was built.",
  },
  otherServer: {
    category: 'InvalidOperation',
    message: ({ server, proxy, running }: { server: string; proxy: string; running: string }) =>
      `The seed is of the server ${server} behind ${proxy}, and the running one keeps its name and certificate, ${running}. Start another server with it.`,
  },
  unknownSeed: {
    category: 'ObjectNotFound',
    message: ({ name, known, similar }: { name: string } & Record<'known' | 'similar', readonly string[]>) =>
      `There is neither a seed '${name}' nor a file of that name. ${orElse(similar, `Seeds are: ${known.join(', ')}.`)}`,
  },
});

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
