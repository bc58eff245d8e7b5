import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<string, string, string>;

export type RecipientKind = 'mailbox' | 'group' | 'contact' | 'mailUser';
export type DomainType = 'Authoritative' | 'InternalRelay' | 'ExternalRelay';

/** The organisation's tables as kysely sees them; those of the copy path have prepared statements instead. */
export interface CloudTables {
  accepted_domain: {
    name: string;
    isDefault: number;
    domainType: ColumnType<DomainType, DomainType | undefined, DomainType>;
  };
  recipient: {
    number: Generated<number>;
    guid: string;
    kind: RecipientKind;
    sourceId: string | null;
    displayName: string;
    alias: string;
    primaryAddress: string;
    proxyAddresses: Json;
    attributes: Json;
    externalAddress: string | null;
    createdAt: number;
    signInName: string | null;
  };
  recipient_address: { address: string; recipient: number };
  account: { recipient: number; signInHash: string; mustChangePassword: number; signedInAt: number | null };
  recipient_permission: { recipient: number; trustee: string; accessRight: string };
  organisation_setting: { name: string; value: string };
  group_member: { groupNumber: number; member: number };
}
