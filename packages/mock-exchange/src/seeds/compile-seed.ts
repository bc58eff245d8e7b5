import { join } from 'node:path';
import { addDirectory } from '../import/add-directory.ts';
import { importFiles } from '../import/import-files.ts';
import type { ImportedItem, ImportProblem } from '../import/imported-item.ts';
import { readDirectory } from '../import/read-directory.ts';
import type { FolderPath, MailboxBuilder } from './mailbox-builder.ts';
import { OrganisationBuilder } from './organisation-builder.ts';
import { seedErrors } from '../errors.ts';
import { fileBytes } from './file-bytes.ts';
import { generatedBytes } from './generated-bytes.ts';
import type { Seed } from './seed.ts';
import type { SeedAttachment, SeedItem, SeedRecurrence } from './seed-item.ts';
import type { SeedFile, SeedFileAttachment, SeedFileItem, SeedFileMailbox, SeedFileRecurrence } from './seed-schema.ts';

export interface CompileOptions {
  /** Where the files lie that the seed names. */
  readonly folder: string;
}

/** What a schema leaves as undefined is not there. */
type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
const defined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;

/** Makes the JSON form into a seed; the files that it names are read now. */
export async function compileSeed(file: SeedFile, options: CompileOptions): Promise<Seed> {
  const builder = new OrganisationBuilder(defined(file.organisation));
  const problems: ImportProblem[] = [];
  for (const path of file.directory ?? []) {
    const { skipped } = addDirectory(builder, await readDirectory(join(options.folder, path)));
    for (const dn of skipped) problems.push({ path, reason: `'${dn}' is neither user, group nor contact with mail` });
  }
  for (const { attributes = {}, ...user } of file.users ?? [])
    builder.user({ ...defined(user), attributes: defined(attributes) });
  for (const { attributes = {}, ...group } of file.groups ?? [])
    builder.group({ ...defined(group), attributes: defined(attributes) });
  for (const { attributes = {}, ...contact } of file.contacts ?? [])
    builder.contact({ ...defined(contact), attributes: defined(attributes) });
  for (const account of file.accounts ?? []) builder.account(defined(account));
  addPermissions(builder, file);
  for (const [alias, mailbox] of Object.entries(file.mailboxes ?? {})) {
    builder.mailbox(alias, await compileMailbox(mailbox, { ...options, problems }));
  }
  if (file.publicFolders !== undefined) {
    builder.publicFolders(await compileMailbox(file.publicFolders, { ...options, problems }));
  }
  return { ...builder.build(), problems, ...defined({ profile: file.profile, doors: file.doors }) };
}

function addPermissions(builder: OrganisationBuilder, { permissions = [] }: SeedFile): void {
  for (const permission of permissions) {
    if ('fullAccess' in permission) builder.grantFullAccess(permission.account, permission.fullAccess);
    else if (permission.receiveAs === true) builder.grantReceiveAs(permission.account);
    else builder.grantReceiveAs(permission.account, permission.receiveAs);
  }
}

type Fill = (mailbox: MailboxBuilder) => void;

async function compileMailbox(
  mailbox: SeedFileMailbox,
  options: CompileOptions & { problems: ImportProblem[] },
): Promise<Fill> {
  const folders: { path: FolderPath; containerClass: string | undefined; items: SeedItem[] }[] = [];
  for (const { path, containerClass, items = [] } of mailbox.folders ?? []) {
    const compiled: SeedItem[] = [];
    for (const item of items) compiled.push(await compileItem(item, options));
    folders.push({ path, containerClass, items: compiled });
  }
  const imports: { items: readonly ImportedItem[]; folder: FolderPath | undefined }[] = [];
  for (const { path, folder } of mailbox.import ?? []) {
    const { items, problems } = await importFiles(join(options.folder, path));
    imports.push({ items, folder });
    options.problems.push(...problems);
  }
  return (builder) => {
    for (const { path, containerClass, items } of folders) {
      builder.folder(path, containerClass === undefined ? {} : { containerClass });
      builder.add(path, ...items);
    }
    for (const { items, folder } of imports) for (const item of items) builder.addImported(item, folder);
  };
}

async function compileItem(item: SeedFileItem, options: CompileOptions): Promise<SeedItem> {
  if (item.type === 'note') return defined(item);
  const { attachments = [], ...rest } = item;
  const compiled: SeedAttachment[] = [];
  for (const attachment of attachments) compiled.push(await compileAttachment(attachment, options));
  const besides = { attachments: compiled };
  if (rest.type !== 'appointment') return { ...defined(rest), ...besides } as SeedItem;
  const { recurrence, ...appointment } = rest;
  const series = recurrence === undefined ? {} : { recurrence: compileRecurrence(recurrence, appointment) };
  return { ...defined(appointment), ...besides, ...series } as SeedItem;
}

async function compileAttachment(attachment: SeedFileAttachment, options: CompileOptions): Promise<SeedAttachment> {
  if ('item' in attachment) return { item: await compileItem(attachment.item as SeedFileItem, options) };
  const { text, base64, file, size, ...rest } = attachment;
  const data = dataOf({ text, base64, file, size, name: attachment.name }, options);
  return { ...defined(rest), data };
}

type Data = Pick<Extract<SeedFileAttachment, { name: string }>, 'name' | 'text' | 'base64' | 'file' | 'size'>;

function dataOf({ name, text, base64, file, size }: Data, { folder }: CompileOptions) {
  if (size !== undefined) return generatedBytes(size, name);
  if (base64 !== undefined) return Uint8Array.from(Buffer.from(base64, 'base64'));
  if (file === undefined) return Uint8Array.from(Buffer.from(text ?? ''));
  try {
    return fileBytes(join(folder, file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw seedErrors.fileUnreadable({ path: file, reason }, { cause: error });
  }
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function compileRecurrence(recurrence: SeedFileRecurrence, { subject }: { subject: string }): SeedRecurrence {
  const { every, interval, weekdays: names = [], nth, dayOfMonth, count, until, modified, ...rest } = recurrence;
  const mask = names.reduce((sum, name) => sum | (1 << weekdays.indexOf(name)), 0);
  const ends = count !== undefined ? { count } : until !== undefined ? { until } : undefined;
  const besides = {
    ...defined(rest),
    ...(ends === undefined ? {} : { ends }),
    ...(modified === undefined ? {} : { modified: modified.map(defined) }),
  };
  if (every === 'day') return { ...besides, rule: { every, interval } };
  if (every === 'week' && mask !== 0) return { ...besides, rule: { every, interval, weekdays: mask } };
  if (every !== 'week' && nth !== undefined && mask !== 0)
    return { ...besides, rule: { every, interval, weekdays: mask, nth } };
  if (every !== 'week' && dayOfMonth !== undefined) return { ...besides, rule: { every, interval, dayOfMonth } };
  throw seedErrors.recurrenceIncomplete({ subject, every });
}
