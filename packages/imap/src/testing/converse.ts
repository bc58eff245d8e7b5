import type { ImapAuthority, ImapMailbox } from '../mailbox-port.ts';
import { type ImapServerOptions, serveImap } from '../serve-imap.ts';

/** Names and passwords that open the mailbox: ann, with secret. */
export const authorityOf = (mailbox: ImapMailbox): ImapAuthority => ({
  logIn: (userName, password) => (userName === 'ann' && password === 'secret' ? mailbox : undefined),
  mechanisms: {
    ECHO: () => ({
      step: (response) => (response.length === 0 ? { challenge: Buffer.from('who?') } : { mailbox }),
    }),
  },
});

export const identity = { product: 'Test IMAP4rev1 server', hostName: 'mail.example.org' };

/** A client that sends what it is told and keeps what comes. */
export class TestClient {
  readonly #queue: Uint8Array[] = [];
  #wake: (() => void) | undefined;
  #isOver = false;
  #received = '';
  readonly ended: Promise<void>;

  constructor(mailbox: ImapMailbox, options: Partial<ImapServerOptions> = {}) {
    const send = async (bytes: Uint8Array): Promise<void> => {
      this.#received += Buffer.from(bytes).toString('latin1');
    };
    const connection = { input: this.#input(), send };
    this.ended = serveImap(connection, { identity, authority: authorityOf(mailbox), ...options });
  }

  push(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    this.#wake?.();
  }

  end(): void {
    this.#isOver = true;
    this.#wake?.();
  }

  /** Everything that has come since it was last asked for. */
  async take(): Promise<string> {
    // Sessions never wait for time, so a few turns of the loop bring all that will come.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    const received = this.#received;
    this.#received = '';
    return received;
  }

  async say(text: string): Promise<string> {
    this.push(Buffer.from(text, 'latin1'));
    return this.take();
  }

  async *#input(): AsyncGenerator<Uint8Array> {
    while (true) {
      const next = this.#queue.shift();
      if (next !== undefined) yield next;
      else if (this.#isOver) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** What a server answers to everything that a client says, the commands in between. */
export async function converse(mailbox: ImapMailbox, ...said: readonly string[]): Promise<string> {
  const client = new TestClient(mailbox);
  let transcript = `S: ${await client.take()}`;
  for (const text of said) transcript += `C: ${text}\nS: ${await client.say(`${text}\r\n`)}`;
  client.end();
  await client.ended;
  return transcript
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n(?=[*+]|\S+ (?:OK|NO|BAD))/g, '\nS: ')
    .replaceAll('S: S: ', 'S: ')
    .trimEnd();
}

/** The answers to commands in INBOX, log-on and selection left out. */
export async function ask(mailbox: ImapMailbox, ...commands: readonly string[]): Promise<string[]> {
  const client = new TestClient(mailbox);
  await client.say('a LOGIN ann secret\r\nb SELECT INBOX\r\n');
  const answers: string[] = [];
  for (const command of commands) answers.push(await client.say(`${command}\r\n`));
  client.end();
  await client.ended;
  return answers;
}
