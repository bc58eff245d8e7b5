/**
 * What may still be sent on a channel: the receiver's window less what it has not acknowledged.
 * Only RPC PDUs count, not RTS PDUs and not HTTP heads. [MS-RPCH] 3.2.1.1.5.1
 */
export class SendWindow {
  #size: number;
  #sent = 0;
  #acknowledged = 0;

  constructor(size: number) {
    this.#size = size;
  }

  get available(): number {
    return this.#size - (this.#sent - this.#acknowledged);
  }

  /** Whether everything sent has been acknowledged. */
  get idle(): boolean {
    return this.#sent === this.#acknowledged;
  }

  sent(bytes: number): void {
    this.#sent += bytes;
  }

  /** Takes the receiver's word; false for one that cannot be, more received than was sent. */
  acknowledge(ack: { bytesReceived: number; availableWindow: number }): boolean {
    const received = unwrap(ack.bytesReceived, this.#sent);
    if (received > this.#sent || received < this.#acknowledged) return false;
    this.#acknowledged = received;
    this.#size = ack.availableWindow;
    return true;
  }
}

const wrap = 2 ** 32;

/** The wire counts modulo 2^32: the number of that remainder that lies nearest below or at `reference`. */
function unwrap(value: number, reference: number): number {
  const candidate = Math.floor(reference / wrap) * wrap + value;
  return candidate > reference && candidate >= wrap ? candidate - wrap : candidate;
}
