/** Every bound of the server's transport, each with its reason. What a seed or a store may hold is bounded there. */
export const limits = {
  /** A request head; IIS 6 takes 16 KB of request line and headers (MaxRequestBytes). */
  httpHead: 16 * 1024,
  /** Body of a refused request that is read past, so that the connection can go on. */
  httpIgnoredBody: 256 * 1024,
  /** The line before a chunk of a request's body: a size and perhaps an extension, which nobody uses. */
  httpChunkLine: 256,
  /** A request of Autodiscover; it holds an address and the name of a schema. */
  autodiscoverRequest: 64 * 1024,
  /** Silence before a request head, as in IIS 6 (ConnectionTimeout). */
  httpIdleMs: 120_000,
  /** How long one channel of a virtual connection waits for the other. */
  channelPairingMs: 30_000,
  /** Content-Length of the OUT channel: what IIS announces. [MS-RPCH] 2.1.2.1.4 */
  outChannelLength: 0x4000_0000,
  /** Share of that after which the client is asked for a successor; the rest carries what is sent until it is there. */
  outChannelShare: 0.75,
  /** Bytes of that kept for PDUs of the channel itself: without the last one the successor could not take over. */
  outChannelReserve: 1024,
  /** The window granted to clients on the IN channel, and so the most that waits here for a service. */
  receiveWindow: 256 * 1024,
  /** Bytes taken from the IN channel after which the client is told. */
  acknowledgeEvery: 128 * 1024,
  /** Told to clients in CONN/A3 and C2; half of it may pass in silence before a ping. [MS-RPCH] 2.2.3.5.3 */
  connectionTimeoutMs: 120_000,
  /** Fragment size, both directions: what Windows uses over HTTP. */
  maxFragment: 5840,
  /** Stub of one request: a ROP buffer of 32 KB and an attachment's chunk fit many times. */
  requestStub: 1024 * 1024,
  /** Memory that a connection keeps for its next answer: the largest one of the store, with its fragments' heads. */
  keptBuffer: 320 * 1024,
  /** Contexts of one connection; Outlook binds one or two. */
  presentationContexts: 64,
  /** Virtual connections at once; beyond it the proxy is too busy. A test that opens thousands leaks them. */
  virtualConnections: 1024,
  /** PDUs that a tap keeps: a whole seeded mailbox several times over. */
  tappedBytes: 256 * 1024 * 1024,
  /** Entries that a journal keeps: the conversation of a few mailboxes. */
  journalEntries: 20_000,
  /** Entries that a journal prints: what a person reads. */
  printedEntries: 200,
  /** How long a test waits for an entry or for mail unless it says; vitest gives a test 5 seconds. */
  waitingMs: 4000,
  /** Near misses that a failed expectation tells. */
  nearMisses: 3,
  /** Names of entries that it tells where nothing is near. */
  toldNames: 12,
  /** Rows of one NSPI answer: an organisation of the greatest size that a cutover takes, several times. */
  nspiRows: 5000,
  /** Columns times rows of one NSPI answer, some 50 MB: a request of 1 MB could name a thousand times as many. */
  nspiCells: 500_000,
  /** Names that one NSPI call resolves; each is held against the whole list. exchanger.py asks for 50. */
  nspiNames: 500,
  /** Conditions of one restriction, each held against the whole list; Outlook's searches have a dozen. */
  nspiConditions: 500,
  /** NSPI sessions of one connection; Outlook opens one. */
  nspiSessions: 32,
  /** Body of a request to the management endpoint: a handful of names. */
  managementBody: 64 * 1024,
  /** An export that is put into a running server: what one string holds. */
  managementState: 512 * 1024 * 1024,
  /** A message that SMTP or IMAP takes in: the default of Exchange 2003. */
  messageSize: 10 * 1024 * 1024,
  /** Body of a WebDAV request that is no message: long lists of properties and of items. */
  webDavBody: 1024 * 1024,
  /** Silence of a mail client, as RFC 3501 5.4 asks at least. */
  mailIdleMs: 30 * 60_000,
  /** Entries of one answer of the endpoint mapper; clients ask for up to 500. */
  endpointsPerAnswer: 500,
} as const;
