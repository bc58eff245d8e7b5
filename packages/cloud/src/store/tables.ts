import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<string, string, string>;

/** The organisation's tables as kysely sees them; those of the copy path have prepared statements instead. */
export interface CloudTables {
  accepted_domain: { name: string; isDefault: number };
  recipient: {
    number: Generated<number>;
    guid: string;
    kind: 'mailbox' | 'group' | 'contact';
    sourceId: string | null;
    displayName: string;
    alias: string;
    primaryAddress: string;
    proxyAddresses: Json;
    attributes: Json;
    externalAddress: string | null;
    createdAt: number;
  };
  recipient_address: { address: string; recipient: number };
  account: { recipient: number; signInHash: string; mustChangePassword: number };
  group_member: { groupNumber: number; member: number };
}
