import type { FolderPermission, FolderRule, PerUserInformation, SearchCriteria } from '../store/folder-row.ts';
import type { ReceivedClass } from '../store/folder.ts';
import type { Lineage } from '../store/lineage.ts';
import type { FolderState } from '../store/mailbox-state.ts';
import type { ExportFile } from './export-schema.ts';
import { propertyFromJson, propertyToJson } from './property-json.ts';

type FolderJson = ExportFile['mailboxes'][number]['folders'][number];
type Field<K extends keyof FolderJson> = NonNullable<FolderJson[K]>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

/** The value in another form, under its name; nothing of what there is not. */
const optional = <K extends string, T, J>(name: K, value: T | undefined, form: (value: T) => J): { [P in K]?: J } =>
  value === undefined ? {} : ({ [name]: form(value) } as { [P in K]?: J });

/** Lineage in JSON, of a folder or a message. */
export const lineageToJson = ({ changeKey, predecessors }: Lineage): Field<'lineage'> => ({
  ...optional('changeKey', changeKey, base64),
  predecessors: base64(predecessors),
});

export const lineageFromJson = ({ changeKey, predecessors }: Field<'lineage'>): Lineage => ({
  ...optional('changeKey', changeKey, bytesOf),
  predecessors: bytesOf(predecessors),
});

const permissionToJson = ({ memberId, entryId, ...rest }: FolderPermission): Field<'permissions'>[number] => ({
  ...rest,
  memberId: String(memberId),
  entryId: base64(entryId),
});

const permissionFromJson = ({ memberId, entryId, ...rest }: Field<'permissions'>[number]): FolderPermission => ({
  ...rest,
  memberId: BigInt(memberId),
  entryId: bytesOf(entryId),
});

const ruleToJson = ({ properties, names }: FolderRule) => ({ names, properties: properties.map(propertyToJson) });
const ruleFromJson = ({ properties, names }: Field<'rules'>[number]): FolderRule => ({
  names,
  properties: properties.map(propertyFromJson),
});

const receivedToJson = ({ messageClass, changedAt }: ReceivedClass) => ({ messageClass, changedAt: String(changedAt) });
const receivedFromJson = ({ messageClass, changedAt }: Field<'receives'>[number]): ReceivedClass => ({
  messageClass,
  changedAt: BigInt(changedAt),
});

const perUserToJson = ({ data, ...rest }: PerUserInformation) => ({ ...rest, data: base64(data) });
const perUserFromJson = ({ data, ...rest }: Field<'perUser'>[number]): PerUserInformation => ({
  ...rest,
  data: bytesOf(data),
});

const searchToJson = ({ restriction, ...rest }: SearchCriteria) => ({ ...rest, restriction: base64(restriction) });
const searchFromJson = ({ restriction, found, ...rest }: Field<'search'>): SearchCriteria => ({
  ...rest,
  ...optional('found', found, (ids) => ids),
  restriction: bytesOf(restriction),
});

/** A folder with all that its mailbox keeps of it, in JSON. */
export function folderToJson(folder: FolderState): unknown {
  const { createdAt, modifiedAt, changedAt, properties, ...others } = folder;
  const { lineage, permissions, rules, receives, search, perUser, ...rest } = others;
  return {
    ...rest,
    createdAt: String(createdAt),
    modifiedAt: String(modifiedAt),
    changedAt: String(changedAt),
    properties: properties.map(propertyToJson),
    ...optional('lineage', lineage, lineageToJson),
    ...optional('permissions', permissions, (rows) => rows.map(permissionToJson)),
    ...optional('rules', rules, (rows) => rows.map(ruleToJson)),
    ...optional('receives', receives, (rows) => rows.map(receivedToJson)),
    ...optional('search', search, searchToJson),
    ...optional('perUser', perUser, (rows) => rows.map(perUserToJson)),
  };
}

/** The folder that `folderToJson` gave this form. */
export function folderFromJson(json: FolderJson): FolderState {
  const { createdAt, modifiedAt, changedAt, properties, parentId, wellKnown, ...others } = json;
  const { lineage, permissions, rules, receives, search, perUser, ...rest } = others;
  return {
    ...rest,
    parentId,
    ...(wellKnown === undefined ? {} : { wellKnown }),
    createdAt: BigInt(createdAt),
    modifiedAt: BigInt(modifiedAt),
    changedAt: BigInt(changedAt),
    properties: properties.map(propertyFromJson),
    ...optional('lineage', lineage, lineageFromJson),
    ...optional('permissions', permissions, (rows) => rows.map(permissionFromJson)),
    ...optional('rules', rules, (rows) => rows.map(ruleFromJson)),
    ...optional('receives', receives, (rows) => rows.map(receivedFromJson)),
    ...optional('search', search, searchFromJson),
    ...optional('perUser', perUser, (rows) => rows.map(perUserFromJson)),
  };
}
