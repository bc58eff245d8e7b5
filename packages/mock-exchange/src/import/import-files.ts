import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isSdkError } from '@cutover/base';
import { importCalendar, importCards, importMime, type MailAddress } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { importErrors } from '../errors.ts';
import type { ImportedFiles, ImportedItem, ImportProblem } from './imported-item.ts';
import { maildirFolder, maildirFlags, isMaildir } from './maildir.ts';
import { splitMbox } from './split-mbox.ts';

/** What the files of a mailbox do not say themselves. */
export interface ImportFilesOptions {
  /** Gives the directory's entry for an address of the organisation. */
  readonly resolve?: (address: MailAddress) => MailAddress;
  /** Zone of calendar times that name none, of the IANA database. */
  readonly timeZone?: string;
  /** Date of items whose file tells none. */
  readonly now?: Date;
}

interface Collector {
  readonly items: ImportedItem[];
  readonly problems: ImportProblem[];
  readonly options: ImportFilesOptions;
}

/** Where the items of one file go, and in what state. */
interface Target {
  readonly folder: readonly string[];
  readonly read: boolean;
  readonly flagged?: boolean;
}

/**
 * Imports a file (.eml, .mbox, .ics, .vcf), a Maildir with its folders, or a folder of these with the folders below.
 * What a file holds but cannot be understood is told in `problems`; files of other kinds in a folder are told there too.
 */
export async function importFiles(path: string, options: ImportFilesOptions = {}): Promise<ImportedFiles> {
  const collector: Collector = { items: [], problems: [], options };
  await importPath(path, { folder: [], read: true }, { ...collector, isNamed: true });
  return { items: collector.items, problems: collector.problems };
}

async function importPath(path: string, target: Target, collector: Collector & { isNamed: boolean }): Promise<void> {
  if (await isFolder(path)) return importFolder(path, target, collector);
  const importer = importerOf(path);
  if (importer === undefined) {
    // A file that was named must be known; one that lies about is only told of.
    if (collector.isNamed) throw importErrors.unknownKind({ path });
    collector.problems.push({ path, reason: 'it is of a kind that is not imported' });
    return;
  }
  await importer(await read(path), { ...target, path }, collector);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, cause: unknown): Error =>
  importErrors.unreadable({ path, reason: cause instanceof Error ? cause.message : String(cause) }, { cause });

async function importFolder(path: string, target: Target, collector: Collector): Promise<void> {
  const entries = (await readdir(path, { withFileTypes: true })).toSorted((left, right) =>
    compare(left.name, right.name),
  );
  const names = entries.map(({ name }) => name);
  if (isMaildir(names)) return importMaildir(path, names, { target, collector });
  for (const entry of entries) {
    const inner = entry.isDirectory() ? { ...target, folder: [...target.folder, entry.name] } : target;
    await importPath(join(path, entry.name), inner, { ...collector, isNamed: false });
  }
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

async function importMaildir(
  path: string,
  names: readonly string[],
  { target, collector }: { target: Target; collector: Collector },
): Promise<void> {
  for (const part of ['cur', 'new']) await importMaildirPart(join(path, part), target, collector);
  for (const name of names) {
    const folder = maildirFolder(name);
    if (folder === undefined) continue;
    const inner = { ...target, folder: [...target.folder, ...folder] };
    for (const part of ['cur', 'new']) await importMaildirPart(join(path, name, part), inner, collector);
  }
}

async function importMaildirPart(path: string, target: Target, collector: Collector): Promise<void> {
  const names = await readdir(path).catch(() => []);
  for (const name of names.toSorted(compare)) {
    const { seen, flagged, trashed } = maildirFlags(name);
    if (trashed) continue;
    await importMail(
      await read(join(path, name)),
      { ...target, read: seen, flagged, path: join(path, name) },
      collector,
    );
  }
}

type Importer = (bytes: Uint8Array, target: Target & { path: string }, collector: Collector) => Promise<void> | void;

const importers: Readonly<Record<string, Importer>> = {
  '.eml': importMail,
  '.mbox': importMbox,
  '.mbx': importMbox,
  '.ics': importCalendarFile,
  '.vcf': importCardFile,
};

/** By the end of the name; mbox files often have none, or are called so. */
const importerOf = (path: string): Importer | undefined =>
  importers[extname(path).toLowerCase()] ?? (/^(mbox|inbox|sent)$/i.test(basename(path)) ? importMbox : undefined);

async function importMail(bytes: Uint8Array, target: Target & { path: string }, collector: Collector): Promise<void> {
  const { folder, read: isRead, flagged = false, path } = target;
  const { resolve, now } = collector.options;
  const {
    content,
    deliveredAt = now,
    problems,
  } = await importMime(bytes, {
    keepOriginal: true,
    ...(resolve === undefined ? {} : { resolve }),
  });
  collector.items.push({
    content: flagged ? { ...content, properties: [...content.properties, ...flagProperties] } : content,
    folder,
    kind: 'mail',
    read: isRead,
    ...(deliveredAt === undefined ? {} : { deliveredAt }),
  });
  for (const { reason } of problems) collector.problems.push({ path, reason });
}

/** Flagged for follow-up, in red. */
const flagProperties = [
  { tag: pidTag.flagStatus, value: 2 },
  { tag: pidTag.followupIcon, value: 6 },
];

async function importMbox(bytes: Uint8Array, target: Target & { path: string }, collector: Collector): Promise<void> {
  const messages = splitMbox(bytes);
  if (messages.length === 0 && bytes.length > 0) {
    collector.problems.push({ path: target.path, reason: 'no line of it begins a message' });
  }
  for (const [index, message] of messages.entries()) {
    await importMail(message, { ...target, path: `${target.path}#${index + 1}` }, collector);
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

function importCalendarFile(
  bytes: Uint8Array,
  { folder, path }: Target & { path: string },
  collector: Collector,
): void {
  const { now = new Date(0), timeZone, resolve } = collector.options;
  const besides = { ...(timeZone === undefined ? {} : { timeZone }), ...(resolve === undefined ? {} : { resolve }) };
  attempt(path, collector, () => {
    const { items, problems } = importCalendar(decode(bytes), { now, ...besides });
    for (const { kind, content } of items)
      collector.items.push({ kind, content, folder, read: true, deliveredAt: now });
    for (const reason of problems) collector.problems.push({ path, reason });
  });
}

function importCardFile(bytes: Uint8Array, { folder, path }: Target & { path: string }, collector: Collector): void {
  const { now = new Date(0) } = collector.options;
  attempt(path, collector, () => {
    for (const content of importCards(decode(bytes), { now })) {
      collector.items.push({ kind: 'contact', content, folder, read: true, deliveredAt: now });
    }
  });
}

function attempt(path: string, { problems }: Collector, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!isSdkError(error)) throw error;
    problems.push({ path, reason: error.message });
  }
}
