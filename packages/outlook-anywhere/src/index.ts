export type {
  AutodiscoverOptions,
  DiscoveredSettings,
  HostAddress,
  NameService,
  ServiceRecord,
} from './autodiscover/autodiscover-options.ts';
export { discover, discoverSettings, type SearchOptions } from './autodiscover/discover-settings.ts';
export type { AutodiscoverAttempt, Discovery } from './autodiscover/discovery.ts';
export { connectOutlookAnywhere } from './connect.ts';
export { autodiscoverNode, withAutodiscover } from './connectivity/autodiscover-node.ts';
export { testConnectivity, type ConnectivityTestOptions } from './connectivity/test-connectivity.ts';
export type { ConnectivityNode, ConnectivityStatus } from './connectivity/connectivity-node.ts';
export type {
  DirectoryAttributes,
  DirectoryContact,
  DirectoryEntry,
  DirectoryGroup,
  DirectoryMailbox,
  DirectoryMember,
  DirectoryObject,
  DirectoryOther,
} from './directory/entry.ts';
export type {
  ContentsChange,
  ContentsSync,
  DeletedItems,
  FailedItem,
  ItemChange,
  ItemContent,
  ItemHeader,
  ReadStateChange,
} from './mailbox/contents-sync.ts';
export type { CountOptions, FolderCount } from './mailbox/count-items.ts';
export { decodeItem, type DecodedAttachment, type DecodedItem, type DecodeItemOptions } from './mailbox/decode-item.ts';
export type {
  FolderChange,
  HierarchyChanges,
  Mailbox,
  OpenMailboxOptions,
  SyncContentsOptions,
  WellKnownFolders,
} from './mailbox/mailbox.ts';
export type { ObjectId, ObjectIdRange } from './mailbox/object-id.ts';
export type { SyncState } from './mailbox/sync-state.ts';
export { clientEvents } from './events.ts';
export type {
  CallOptions,
  Credential,
  HttpAuthentication,
  OutlookAnywhereOptions,
  RpcAuthentication,
  Security,
  Timeouts,
  TlsVersion,
} from './options.ts';
export type { OutlookAnywhereSession } from './session.ts';
