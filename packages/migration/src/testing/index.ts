export { contactEntry, groupEntry, mailboxEntry } from './entries.ts';
export type { FakeFolder, FakeMessage } from './fake-mailbox.ts';
export { FakeOrganisation, type FakeStep } from './fake-source.ts';
