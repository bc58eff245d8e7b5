import type { ImapMessage } from '../mailbox-port.ts';
import { type Entity, parseEntity } from '../mime/entity.ts';

/** A message whose bytes are read and taken apart when first asked for, and no more than once. */
export class OpenedMessage {
  readonly message: ImapMessage;
  #bytes: Promise<Uint8Array> | undefined;
  #entity: Promise<{ text: string; entity: Entity }> | undefined;

  constructor(message: ImapMessage) {
    this.message = message;
  }

  bytes(): Promise<Uint8Array> {
    return (this.#bytes ??= this.message.bytes());
  }

  /** One character a byte, and the parts in it. */
  parsed(): Promise<{ readonly text: string; readonly entity: Entity }> {
    return (this.#entity ??= this.#parse());
  }

  async #parse(): Promise<{ text: string; entity: Entity }> {
    const bytes = await this.bytes();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    return { text, entity: parseEntity(text) };
  }
}
