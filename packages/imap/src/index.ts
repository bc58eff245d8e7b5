export { imapErrors } from './errors.ts';
export { imapLimits } from './limits.ts';
export {
  messageFlags,
  type AppendedMessage,
  type ImapAuthority,
  type ImapFolder,
  type ImapMailbox,
  type ImapMessage,
  type ImapSasl,
  type MessageFlag,
} from './mailbox-port.ts';
export {
  imapCommandNames,
  serveImap,
  type ImapCommand,
  type ImapConnection,
  type ImapObserver,
  type ImapServerOptions,
  type ImapVerdict,
} from './serve-imap.ts';
export type { ImapServerIdentity } from './session/session.ts';
export { isSamePath } from './syntax/mailbox-name.ts';
