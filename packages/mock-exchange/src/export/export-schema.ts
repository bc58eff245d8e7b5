import { z } from 'zod';
import { exchangeVersions } from '../profiles/exchange-profile.ts';
import { defaultFolders, publicFolders, specialFolders } from '../store/folder.ts';
import type { ContentJson } from './content-json.ts';

/** Raised when a form of before can no longer be read. */
export const exportVersion = 1;

const filetime = z.string().regex(/^\d+$/, { error: 'write a FILETIME in decimal' });
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const id = z.int().min(1);

const name = z.union([
  z.strictObject({ set: z.string(), lid: z.int() }),
  z.strictObject({ set: z.string(), name: z.string() }),
]);
const property = z.union([
  z.strictObject({ tag: z.string().regex(/^[0-9a-f]{8}$/), value: z.unknown() }),
  z.strictObject({ name, type: z.string().regex(/^[0-9a-f]{4}$/), value: z.unknown() }),
]);
const properties = z.array(property);
const recipients = z.array(properties);
const attachments = z.array(
  z.strictObject({ properties, embedded: z.lazy((): z.ZodType<ContentJson> => content as never).optional() }),
);
const content = z.strictObject({ properties, recipients, attachments, mime: z.base64().optional() });

const lineage = z.strictObject({ changeKey: z.base64().optional(), predecessors: z.base64() });
const permission = z.strictObject({
  memberId: z.string().regex(/^-?\d+$/),
  entryId: z.base64(),
  name: z.string(),
  rights: z.int(),
});
const search = z.strictObject({
  restriction: z.base64(),
  names: z.array(name),
  folderIds: z.array(id),
  recursive: z.boolean(),
  found: z.array(id).optional(),
});
const perUser = z.strictObject({
  databaseGuid: z.guid(),
  folder: z.strictObject({ replicaGuid: z.guid(), counter: z.int().min(0) }),
  data: z.base64(),
});

const folder = z.strictObject({
  id,
  parentId: id.optional(),
  wellKnown: z.enum([...new Set([...specialFolders, ...defaultFolders, ...publicFolders])]).optional(),
  name: z.string(),
  containerClass: z.string(),
  type: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  properties,
  changeNumber: id,
  createdAt: filetime,
  modifiedAt: filetime,
  changedAt: filetime,
  deleted: z.int().min(0),
  lineage: lineage.optional(),
  permissions: z.array(permission).optional(),
  rules: z.array(z.strictObject({ properties, names: z.array(name) })).optional(),
  receives: z.array(z.strictObject({ messageClass: z.string(), changedAt: filetime })).optional(),
  search: search.optional(),
  perUser: z.array(perUser).optional(),
});
const message = z.strictObject({
  id,
  folderId: id,
  associated: z.boolean(),
  changeNumber: id,
  readChangeNumber: id,
  read: z.boolean(),
  deliveredAt: filetime,
  modifiedAt: filetime,
  lineage: lineage.optional(),
  readers: z
    .record(z.string(), z.strictObject({ read: z.boolean(), readChangeNumber: id }))
    .optional()
    .describe('In public folders: who read it, by legacyExchangeDN.'),
  ...content.shape,
});

// What an organisation has besides is taken over as it stands: it was written by the same program.
const recipient = z.looseObject({
  kind: z.enum(['mailbox', 'group', 'contact']),
  alias: z.string(),
  displayName: z.string(),
  legacyExchangeDN: z.string(),
  createdAt: moment,
  changedAt: moment,
});
const organisation = z.looseObject({
  name: z.string(),
  domain: z.string(),
  legacyExchangeDN: z.string(),
  server: z.looseObject({ name: z.string(), netBiosName: z.string(), legacyExchangeDN: z.string() }),
  proxyServer: z.string(),
  recipients: z.array(recipient),
  accounts: z.array(z.looseObject({ userName: z.string(), password: z.string() })),
  permissions: z.array(z.looseObject({ right: z.string() })),
});

/** What a server exports. */
export const exportSchema = z.strictObject({
  $schema: z.string().optional(),
  export: z.literal(exportVersion),
  profile: z.enum(exchangeVersions),
  organisation,
  mailboxes: z.array(
    z.strictObject({
      owner: z.string(),
      lastChangeNumber: id,
      folders: z.array(folder).min(1),
      messages: z.array(message),
    }),
  ),
});

export type ExportFile = z.output<typeof exportSchema>;

/** The JSON schema of an export. */
export const exportJsonSchema = (): unknown => z.toJSONSchema(exportSchema, { io: 'input' });
