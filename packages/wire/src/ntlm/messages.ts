import { type Codec, defineCodec } from '../codec.ts';
import { NtlmFlag } from './flags.ts';
import {
  decodeText,
  encodeText,
  PayloadWriter,
  readField,
  readMessageStart,
  readVersion,
  versionSize,
  writeVersion,
} from './payload.ts';
import { Reader } from '../reader.ts';

/** What a client can do and wants; the first of the three messages. [MS-NLMP] 2.2.1.1 */
export interface NegotiateMessage {
  readonly flags: number;
  readonly domain: string;
  readonly workstation: string;
  readonly version?: Uint8Array | undefined;
}

/** The server's challenge and what it knows about itself. [MS-NLMP] 2.2.1.2 */
export interface ChallengeMessage {
  readonly flags: number;
  readonly targetName: string;
  /** Eight random bytes. */
  readonly serverChallenge: Uint8Array;
  /** AV pairs, encoded by `targetInfo`; the client's proof covers these very bytes. */
  readonly targetInfo: Uint8Array;
  readonly version?: Uint8Array | undefined;
}

/** The client's proof that it knows the password. A message integrity code is neither read nor written. [MS-NLMP] 2.2.1.3 */
export interface AuthenticateMessage {
  readonly flags: number;
  readonly domain: string;
  readonly userName: string;
  readonly workstation: string;
  readonly lmResponse: Uint8Array;
  readonly ntResponse: Uint8Array;
  readonly encryptedSessionKey: Uint8Array;
  readonly version?: Uint8Array | undefined;
}

const negotiateHeader = 32 + versionSize;
const challengeHeader = 48 + versionSize;
const authenticateHeader = 64 + versionSize;
const oem = 0;

/** JavaMail repeats none of the flags that were agreed on; its names are Unicode all the same. */
const encodingOf = (flags: number): number => (flags === 0 ? NtlmFlag.unicode : flags);

/** The first message: what the client can do. [MS-NLMP] 2.2.1.1 */
export const negotiateMessage: Codec<NegotiateMessage> = defineCodec({
  read: (outer) => {
    const message = outer.rest();
    const reader = new Reader(message);
    readMessageStart(reader, 'NegotiateMessage', 1);
    const flags = reader.u32();
    // Old clients end the message here.
    if (reader.remaining === 0) return { flags, domain: '', workstation: '', version: undefined };
    const domain = decodeText(readField(reader, message, 'NegotiateMessage.domain'), oem);
    const workstation = decodeText(readField(reader, message, 'NegotiateMessage.workstation'), oem);
    return { flags, domain, workstation, version: readVersion(reader, flags) };
  },
  write: (writer, value) => {
    const domain = encodeText(value.domain, oem);
    const workstation = encodeText(value.workstation, oem);
    const message = new PayloadWriter(1, { headerSize: negotiateHeader, order: [domain, workstation] });
    message.header.u32(value.flags >>> 0);
    message.reference(domain);
    message.reference(workstation);
    writeVersion(message.header, value.version);
    message.writeTo(writer);
  },
});

/** The second: the server's challenge. [MS-NLMP] 2.2.1.2 */
export const challengeMessage: Codec<ChallengeMessage> = defineCodec({
  read: (outer) => {
    const message = outer.rest();
    const reader = new Reader(message);
    readMessageStart(reader, 'ChallengeMessage', 2);
    const targetName = readField(reader, message, 'ChallengeMessage.targetName');
    const flags = reader.u32();
    const serverChallenge = reader.bytes(8);
    reader.skip(8);
    const targetInfo = readField(reader, message, 'ChallengeMessage.targetInfo');
    const version = readVersion(reader, flags);
    return { flags, targetName: decodeText(targetName, flags), serverChallenge, targetInfo, version };
  },
  write: (writer, value) => {
    const targetName = encodeText(value.targetName, value.flags);
    const order = [targetName, value.targetInfo];
    const message = new PayloadWriter(2, { headerSize: challengeHeader, order });
    message.reference(targetName);
    message.header.u32(value.flags >>> 0);
    message.header.bytes(value.serverChallenge);
    message.header.zeros(8);
    message.reference(value.targetInfo);
    writeVersion(message.header, value.version);
    message.writeTo(writer);
  },
});

/** The third: the client's proof. [MS-NLMP] 2.2.1.3 */
export const authenticateMessage: Codec<AuthenticateMessage> = defineCodec({
  read: (outer) => {
    const message = outer.rest();
    const reader = new Reader(message);
    readMessageStart(reader, 'AuthenticateMessage', 3);
    const field = (name: string): Uint8Array => readField(reader, message, `AuthenticateMessage.${name}`);
    const lmResponse = field('lmResponse');
    const ntResponse = field('ntResponse');
    const names = { domain: field('domain'), userName: field('userName'), workstation: field('workstation') };
    const encryptedSessionKey = field('encryptedSessionKey');
    const flags = reader.u32();
    const encoding = encodingOf(flags);
    return {
      flags,
      domain: decodeText(names.domain, encoding),
      userName: decodeText(names.userName, encoding),
      workstation: decodeText(names.workstation, encoding),
      lmResponse,
      ntResponse,
      encryptedSessionKey,
      version: readVersion(reader, flags),
    };
  },
  write: (writer, value) => {
    const { flags, lmResponse, ntResponse, encryptedSessionKey } = value;
    const [domain, userName, workstation] = [value.domain, value.userName, value.workstation].map((text) =>
      encodeText(text, encodingOf(flags)),
    ) as [Uint8Array, Uint8Array, Uint8Array];
    // Windows places the names first.
    const order = [domain, userName, workstation, lmResponse, ntResponse, encryptedSessionKey];
    const message = new PayloadWriter(3, { headerSize: authenticateHeader, order });
    for (const field of [lmResponse, ntResponse, domain, userName, workstation, encryptedSessionKey]) {
      message.reference(field);
    }
    message.header.u32(flags >>> 0);
    writeVersion(message.header, value.version);
    message.writeTo(writer);
  },
});
