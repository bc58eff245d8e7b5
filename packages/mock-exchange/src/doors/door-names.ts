/** The ways into a server: RPC over HTTP, plain HTTP besides HTTPS, WebDAV, IMAP, SMTP, the management endpoint. */
export const doorNames = ['rpc', 'http', 'webdav', 'imap', 'imaps', 'smtp', 'management'] as const;
/** A way into a server. */
export type DoorName = (typeof doorNames)[number];
