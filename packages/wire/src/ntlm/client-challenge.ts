/** What an NTLMv2 proof is made over besides the server's challenge. [MS-NLMP] 2.2.2.7 NTLMv2_CLIENT_CHALLENGE */
export interface ClientChallenge {
  /** 100 ns since 1601, by the client's clock or by the server's AvTimestamp. */
  readonly timestamp: bigint;
  /** Eight random bytes. */
  readonly nonce: Uint8Array;
  /** The TargetInfo of the Challenge message, unchanged. */
  readonly targetInfo: Uint8Array;
}

const targetInfoAt = 28;
const trailer = 4;

/** The bytes that follow the proof in an NTLMv2 NT response. */
export function encodeClientChallenge(challenge: ClientChallenge): Uint8Array {
  const bytes = new Uint8Array(targetInfoAt + challenge.targetInfo.length + trailer);
  bytes[0] = 1; // RespType
  bytes[1] = 1; // HiRespType
  new DataView(bytes.buffer).setBigUint64(8, challenge.timestamp, true);
  bytes.set(challenge.nonce.subarray(0, 8), 16);
  bytes.set(challenge.targetInfo, targetInfoAt);
  return bytes;
}
