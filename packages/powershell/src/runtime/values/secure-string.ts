import { systemRandom } from '@cutover/base';
import { once } from '../../dotnet/once.ts';
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** This process's own key; what it encrypts no other process can read. */
const key = once(() => systemRandom.bytes(32));

interface Sealed {
  readonly nonce: Uint8Array;
  readonly text: Buffer;
  readonly tag: Buffer;
}

function seal(text: string): Sealed {
  const nonce = systemRandom.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  return { nonce, text: Buffer.concat([cipher.update(text, 'utf16le'), cipher.final()]), tag: cipher.getAuthTag() };
}

function open({ nonce, text, tag }: Sealed): string {
  const decipher = createDecipheriv('aes-256-gcm', key(), nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf16le');
}

/** A text that is held encrypted and never shown. Source: System.Security.SecureString. */
export class SecureString {
  readonly typeName = 'System.Security.SecureString';
  isReadOnly = false;
  #sealed: Sealed;

  constructor(text = '') {
    this.#sealed = seal(text);
  }

  get length(): number {
    return this.#sealed.text.length / 2;
  }

  /** The text in the clear, for whoever has to send it. */
  reveal(): string {
    return open(this.#sealed);
  }

  /** Changes the text. */
  change(change: (text: string) => string): void {
    this.#sealed = seal(change(this.reveal()));
  }

  text(): string {
    return this.typeName;
  }

  toJSON(): string {
    return this.typeName;
  }
}
