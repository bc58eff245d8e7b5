/** Every bound of the client, each with its reason. */
export const limits = {
  /** One read of a socket; larger reads cost fewer calls, 64 KB is what TLS and loopback deliver at once. */
  readBuffer: 64 * 1024,
  /** A response head of an RPC proxy is below 2 KB; more than this is no HTTP. */
  httpHead: 16 * 1024,
  /** Body that comes before anybody asks: of an HTTP error, or a whole window on a channel whose predecessor has not ended yet. */
  httpEarlyBody: 768 * 1024,
  /** Content-Length of the IN channel: what Outlook announces. [MS-RPCH] 2.1.2.1.1 */
  inChannelLength: 0x4000_0000,
  /** Bytes after which an IN channel gets a successor: well below the 1 GiB that it announces. */
  channelBytes: 900 * 1024 * 1024,
  /** The window announced for the OUT channel: one full answer of 256 KB with its fragment heads fits twice. */
  receiveWindow: 512 * 1024,
  /** Asked of the proxy; it pings within half of its own timeout. [MS-RPCH] 2.2.3.5.6 */
  clientKeepalive: 300_000,
  /** Fragments offered in the bind: what Windows sends over HTTP. */
  maxFragment: 5840,
  /** Stub bytes of one answer: 256 KB of output, as much auxiliary data, and the arguments around them. */
  responseStub: 1024 * 1024,
  /** Stub bytes of one answer of the directory: 500 rows with every attribute. */
  directoryStub: 32 * 1024 * 1024,
  /** Members asked of a group at once; Active Directory keeps groups below 5,000. */
  directoryMembers: 10_000,
  /** pcbOut of EcDoRpcExt2: the most the protocol allows. [MS-OXCRPC] 3.1.4.2 */
  rpcOutput: 0x4_0000,
  /** Rows asked of NspiQueryRows at once. */
  directoryRows: 200,
  /** Bytes of a property outside an item, as the parts of a state: the sets of a folder with a million scattered items. */
  syncValue: 16 * 1024 * 1024,
  /** Values longer than this are handed over as chunks instead of being collected by `decodeItem`. */
  itemValue: 4 * 1024 * 1024,
  /** Items within items that `decodeItem` follows, two levels each; Exchange itself ends far earlier. */
  itemDepth: 256,
  /** Busy answers (RopFastTransferSourceGetBuffer 0x480) that are waited out before the call fails. */
  busyAnswers: 20,
  /** Longest that a busy server is waited for at once; more is no back-off but a fault. */
  busyWait: 60_000,
  /** Redirections that one search for settings follows. [MS-OXDSCLI] 3.1.5 */
  autodiscoverRedirections: 10,
  /** Milliseconds for the name, TCP and TLS of one place that Autodiscover may be at: most of them are nowhere. */
  autodiscoverConnect: 10_000,
  /** Milliseconds for one answer of Autodiscover. */
  autodiscoverAnswer: 20_000,
  /** Milliseconds of one search for settings: all four places without an answer. */
  autodiscoverSearch: 90_000,
  /** Body of an answer that is read whole; settings have some 10 KB. */
  httpBody: 1024 * 1024,
  /** Milliseconds of the whole connectivity test unless told. */
  wholeTest: 180_000,
  /** Longest step of the connectivity test, in milliseconds: enough for a slow line, not for a lost one. */
  testStep: 45_000,
} as const;
