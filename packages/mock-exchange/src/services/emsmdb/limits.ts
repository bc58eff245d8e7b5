/** Bounds of the information store's service, each with its reason. */
export const limits = {
  /** Bytes of one answer's payloads together. [MS-OXCRPC] 3.1.4.2 */
  output: 0x40000,
  /** Bytes of one payload: a buffer of 0x8007 is the least that 2007 takes, for it and its header. [MS-OXCRPC] 3.1.4.2 */
  payload: 0x7fff,
  /** Bytes of an answer's auxiliary data. [MS-OXCRPC] 3.1.4.2 */
  auxiliary: 0x1008,
  /** Bytes below which a payload is not compressed: it would hardly be shorter. */
  compressedPayload: 256,
  /** Memory that a session keeps for its next answer: a full one with its stub around it. */
  keptAnswer: 0x40000 + 0x1000,
  /** Payloads of one chained answer. [MS-OXCRPC] 3.1.4.2.1.2.2 */
  payloads: 96,
  /** Room below which no further payload of a stream is begun. [MS-OXCRPC] 3.1.4.2.1.2.2 */
  streamRoom: 0x2000,
  /** Room below which no further payload of rows is begun. [MS-OXCRPC] 3.1.4.2.1.2.2 */
  rowsRoom: 0x8000,
  /** Sessions of one user at a time: the default of Exchange 2003 SP1, "Maximum Allowed Sessions Per User". */
  sessions: 32,
  /** Sessions of one client's connections together, whoever he is. */
  sessionsOfClient: 4096,
  /** Open objects of one session: a client that never releases one would fill the memory. */
  objects: 5000,
  /** Logons of one session: their ids are bytes. */
  logons: 256,
  /** The last id that stands for a name; 0xFFFF is no id. */
  lastNamedId: 0xfffe,
  /** Bytes of a value in a row of a table. [MS-OXCTABL] 2.2.2.5.2 */
  tableValue: 510,
  /** Bytes of one uploaded state property; the sets of a folder with a million scattered ids take about so many. */
  stateProperty: 8 * 1024 * 1024,
  /** Most that one ReadStream brings. [MS-OXCPRPT] 2.2.15 */
  readStream: 0x8000,
  /** Bytes of a text above which Exchange 2003 leaves the terminator off. [MS-OXCFXICS] appendix A */
  terminatedText: 0x8000,
  /** Bytes read at once of a value that lies outside memory. */
  readAhead: 0x10000,
  /** Bytes of a stream that is written: what is written is held in memory. */
  writtenStream: 256 * 1024 * 1024,
  /** As far as a stream's cursor goes. [MS-OXCPRPT] 3.2.5.15 */
  streamPosition: 0x7fffffffn,
  /** Bytes that a mailbox keeps of what its user read of one public folder. */
  perUserInformation: 1024 * 1024,
  /** Replicas of elsewhere that a mailbox knows by a number. */
  foreignReplicas: 1024,
  /** Ids that a client sets aside at once. */
  localIds: 0x100000,
  /** Objects within objects of an uploaded stream: folders, messages, attachments. */
  uploadDepth: 64,
  /** Kilobytes of a message that is sent: the default of Exchange 2003 for a whole organisation. */
  submittedKilobytes: 10_240,
  /** Room that the answer to a ROP which changes something must have before it is executed: it cannot be taken back. */
  leastAnswer: 64,
  /** Notifications that wait for a client's next call; of more the oldest are lost, as with Exchange when its queue is full. */
  notifications: 1024,
  /** How long a call waits for notifications before it is answered without. [MS-OXCRPC] 3.3.4.1 */
  waitMs: 300_000,
  /** Bookmarks of one table. */
  bookmarks: 256,
  /** Recipients in the answer to OpenMessage; the rest comes by ReadRecipients. */
  openedRecipients: 255,
} as const;
