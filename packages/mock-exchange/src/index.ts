export type {
  AttachmentContent,
  ByteSource,
  Contact,
  FollowUpFlag,
  Mail,
  MailAddress,
  MessageContent,
  PhoneKind,
  PostalAddress,
  RecurrenceException,
  Series,
  SeriesRule,
  StickyNote,
  StoredProperty,
  StreamedProperty,
  Task,
} from '@cutover/content';
export type { Counter, GlobalId } from '@cutover/wire/ics';
export type {
  NumberedName,
  Property,
  PropertyName,
  PropertyTag,
  PropertyValue,
  SinglePropertyValue,
  TextName,
} from '@cutover/wire/properties';
export type { AuthenticationMethod, OutlookAnywhereSettings } from './organisation/outlook-anywhere.ts';
export type { UnifiedMessaging } from './organisation/unified-messaging.ts';
export type { FolderState, MailboxState } from './store/mailbox-state.ts';
export {
  type Clock,
  type Duration,
  type EventTopic,
  type Random,
  type SteppedClock,
  steppedClock,
  systemClock,
} from '@cutover/base';
export type { Account } from './organisation/account.ts';
export type { KnownPeople } from './organisation/known-people.ts';
export {
  canOpenMailbox,
  findMailboxUser,
  findRecipient,
  type MailboxDatabase,
  type MailboxServer,
  type Organisation,
  type Permission,
  type PublicDatabase,
} from './organisation/organisation.ts';
export type {
  DistributionGroup,
  MailboxUser,
  MailContact,
  Recipient,
  RecipientAttributes,
  RecipientBase,
} from './organisation/recipient.ts';
export {
  defaultFolders,
  specialFolders,
  publicFolders,
  type Folder,
  type PublicFolder,
  type ReceivedClass,
  type SpecialFolder,
  type WellKnownFolder,
} from './store/folder.ts';
export type { FolderPermission, FolderRule, PerUserInformation, SearchCriteria } from './store/folder-row.ts';
export type { InformationStore } from './store/information-store.ts';
export type {
  FolderCounts,
  FolderEdit,
  FolderField,
  FolderSnapshot,
  Mailbox,
  MessageEdit,
  NewFolder,
  NewMessage,
  PropertyEdit,
  PropertyReference,
} from './store/mailbox.ts';
export type { ChangedObject, MailboxChange, MailboxListener, StopWatching } from './store/mailbox-change.ts';
export {
  deliverMail,
  routeMail,
  type Delivery,
  type DeliveryHost,
  type MailToDeliver,
} from './delivery/deliver-mail.ts';
export type { Lineage } from './store/lineage.ts';
export type { LayoutFolder, StoreLayout } from './store/mailbox-layout.ts';
export type { Message, ReadMark } from './store/message.ts';
export { hashMailbox, hashMessage, type FolderHash, type MailboxHash } from './store/hash-mailbox.ts';
export {
  createInformationStore,
  type MemoryInformationStore,
  type OpenMailbox,
  type StoreOptions,
} from './store/memory-information-store.ts';
export { createMailbox, type MailboxOptions } from './store/memory-mailbox.ts';
export { computedProperties, messageSize } from './store/message-properties.ts';
export { type AboutConnection, mockEvents } from './events.ts';
export type { Fault, FaultEffect, FaultPlace, FaultPlanData, FaultTarget } from './faults/fault.ts';
export type { FaultedServer } from './faults/faulted-server.ts';
export type { FaultBuilder } from './faults/fault-builder.ts';
export { FaultPlan, type FaultPoint, type StruckFault } from './faults/fault-plan.ts';
export { shrinkFaults } from './faults/shrink-faults.ts';
export { Journal } from './journal/journal.ts';
export type { JournalMatch } from './journal/journal-match.ts';
export type {
  CallEntry,
  EntryBase,
  HttpEntry,
  ImapEntry,
  JournalEntry,
  NewEntry,
  RopEntry,
  SmtpEntry,
  ViolationEntry,
} from './journal/journal-entry.ts';
export type { AutodiscoverOptions } from './autodiscover/autodiscover-options.ts';
export { certificateKinds, type CertificateKind } from './certificates/certificate-kind.ts';
export type { CertifiedKey } from './certificates/create-certificates.ts';
export { failingProfiles, type FailingProfile } from './profiles/failing-profiles.ts';
export { failingSteps, type FailingStep } from './profiles/failing-steps.ts';
export { exchangeVersions, type ExchangeVersion } from './profiles/exchange-profile.ts';
export { MockExchange } from './mock-exchange.ts';
export type { ForkOptions, MockExchangeOptions } from './options.ts';
export type { OutChannelEncoding } from './rpc-proxy/out-channel.ts';
export type { RecyclingSequence } from './rpc-proxy/virtual-connection.ts';
export { type MailHost, nextMail } from './mail/next-mail.ts';
export { renderMessage } from './mail/render-message.ts';
export { type DoorName, doorNames, type DoorScheme, type DoorUrls } from './doors/door-names.ts';
export { encodePcapng } from './tap/pcapng.ts';
export { PduTap, type TappedPdu } from './tap/pdu-tap.ts';
export { contoso } from './seeds/contoso/contoso.ts';
export { fileBytes } from './seeds/file-bytes.ts';
export { generatedBytes } from './seeds/generated-bytes.ts';
export type { FolderOptions, FolderPath, MailboxBuilder } from './seeds/mailbox-builder.ts';
export { mailboxOf, type MailboxHost } from './seeds/mailbox-of.ts';
export {
  OrganisationBuilder,
  type AccountOptions,
  type ContactOptions,
  type GroupOptions,
  type OrganisationOptions,
  type RecipientOptions,
  type UserOptions,
} from './seeds/organisation-builder.ts';
export type {
  ItemBase,
  SeedAddress,
  SeedAppointment,
  SeedAttachment,
  SeedContact,
  SeedContent,
  SeedItem,
  SeedMail,
  SeedNote,
  SeedRecurrence,
  SeedTask,
} from './seeds/seed-item.ts';
export { openSeed, type Seed, type StoreOwner } from './seeds/seed.ts';
export { company, type CompanyOptions } from './seeds/company/company.ts';
export { workload, type WorkloadOptions } from './seeds/workload.ts';
export { loadSeed } from './seeds/load-seed.ts';
export { addDirectory, type AddedDirectory } from './import/add-directory.ts';
export type { DirectoryEntry } from './import/directory-entry.ts';
export { importFiles } from './import/import-lazily.ts';
export type { ImportFilesOptions } from './import/import-files.ts';
export type { ImportedFiles, ImportedItem, ImportProblem } from './import/imported-item.ts';
export { readDirectory } from './import/read-directory.ts';
