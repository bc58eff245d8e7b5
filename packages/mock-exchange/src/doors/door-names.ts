/** The ways into a server: RPC over HTTP, plain HTTP besides HTTPS, WebDAV, IMAP, SMTP, the management endpoint. */
export const doorNames = ['rpc', 'http', 'webdav', 'imap', 'imaps', 'smtp', 'management'] as const;
/** A way into a server. */
export type DoorName = (typeof doorNames)[number];

/** What a port of a server speaks: the key of its URL in `urls`. */
export type DoorScheme = 'https' | 'http' | 'management' | 'imap' | 'imaps' | 'smtp';

/** The URLs of the ports that are open, by what they speak. */
export type DoorUrls = { readonly [Scheme in DoorScheme]?: string };
