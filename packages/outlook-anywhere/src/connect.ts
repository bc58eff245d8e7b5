import { pidTag } from '@cutover/wire/properties';
import { type AddressBook, openAddressBook } from './directory/address-book.ts';
import type { DirectoryEntry } from './directory/entry.ts';
import { readDirectory } from './directory/read-directory.ts';
import { createEnvironment, type Environment } from './environment.ts';
import { errors } from './errors.ts';
import type { Mailbox, OpenMailboxOptions } from './mailbox/mailbox.ts';
import { openMailbox } from './mailbox/open-mailbox.ts';
import type { CallOptions, OutlookAnywhereOptions } from './options.ts';
import type { OutlookAnywhereSession } from './session.ts';
import { parseIdentity } from './transport/identity.ts';

/**
 * Signs in to an organisation through its RPC proxy: opens its address book, which proves name, certificate, credential and
 * ports, and looks up the account there.
 */
export async function connectOutlookAnywhere(
  options: OutlookAnywhereOptions,
  call: CallOptions = {},
): Promise<OutlookAnywhereSession> {
  const end = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
  const environment = createEnvironment({ ...options, signal });
  await using book = await openAddressBook(environment, call);
  const userDN = await findUser(book, options.credential.userName, call);
  return new Session(environment, end, userDN);
}

/** An account without a mailbox is in no address list; it can still have rights on others' mailboxes. */
async function findUser(book: AddressBook, name: string, call: CallOptions): Promise<string | undefined> {
  const { userName } = parseIdentity(name);
  const columns = [pidTag.emailAddress];
  // The equals sign asks for exactly this alias where the name alone means several entries.
  const row = (await book.resolve(userName, columns, call)) ?? (await book.resolve(`=${userName}`, columns, call));
  return row?.text(pidTag.emailAddress);
}

class Session implements OutlookAnywhereSession {
  readonly userDN: string | undefined;
  readonly #environment: Environment;
  readonly #end: AbortController;

  constructor(environment: Environment, end: AbortController, userDN: string | undefined) {
    this.#environment = environment;
    this.#end = end;
    this.userDN = userDN;
  }

  async *directory(options: CallOptions = {}): AsyncGenerator<DirectoryEntry> {
    this.#assertOpen();
    await using book = await openAddressBook(this.#environment, options);
    yield* readDirectory(book, options);
  }

  async openMailbox(options: OpenMailboxOptions): Promise<Mailbox> {
    this.#assertOpen();
    return openMailbox(this.#environment, { ...options, userDN: this.userDN });
  }

  async close(): Promise<void> {
    this.#end.abort(errors.closed({ what: 'session' }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #assertOpen(): void {
    this.#environment.signal?.throwIfAborted();
  }
}
