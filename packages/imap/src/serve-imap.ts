import { isSdkError } from '@cutover/base';
import { imapErrors } from './errors.ts';
import { imapLimits } from './limits.ts';
import type { ImapAuthority, ImapMailbox } from './mailbox-port.ts';
import type { Command } from './session/command.ts';
import { connectionCommands } from './session/commands/connection.ts';
import { folderCommands } from './session/commands/folders.ts';
import { messageCommands } from './session/commands/messages.ts';
import type { FolderView } from './session/folder-view.ts';
import type { Completion, ImapServerIdentity, Session, SessionState } from './session/session.ts';
import { type CommandPieces, CommandReader } from './syntax/command-reader.ts';
import { Cursor } from './syntax/cursor.ts';
import type { Output } from './syntax/format.ts';

/** The connection that a session speaks by. */
export interface ImapConnection {
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when more may be sent. */
  send(bytes: Uint8Array): Promise<void>;
  /** Encrypts the connection, and gives what comes by it from then on. */
  readonly encrypt?: () => Promise<AsyncIterable<Uint8Array>>;
}

/** A command that came, decoded. */
export interface ImapCommand {
  readonly tag: string;
  /** In capitals; `UID FETCH` is one name. */
  readonly name: string;
  /** What it was given; undefined for what cannot be read. Passwords stand under their name. */
  readonly args: unknown;
  /** Whether there is such a command, and it could be read. */
  readonly isKnown: boolean;
}

/** How a command is answered in the place of what it would do. */
export interface ImapVerdict {
  readonly status: 'NO' | 'BAD';
  readonly text: string;
}

/** Sees every command, and may have it answered otherwise. */
export interface ImapObserver {
  began(command: ImapCommand): Promise<ImapVerdict | undefined>;
  ended(command: ImapCommand, answer: { readonly status: 'OK' | 'NO' | 'BAD'; readonly text: string }): void;
}

/** What a server is to its clients. */
export interface ImapServerOptions {
  readonly identity: ImapServerIdentity;
  readonly authority: ImapAuthority;
  readonly observer?: ImapObserver;
  /** The largest message that APPEND takes. */
  readonly messageSize?: number;
}

/** Every command by its name. */
const commands: Readonly<Record<string, Command>> = { ...connectionCommands, ...folderCommands, ...messageCommands };
/** The commands that are served, in capitals. */
export const imapCommandNames: readonly string[] = Object.keys(commands);

/** In the order of Exchange 2003. */
const capabilities = 'IMAP4 IMAP4rev1 IDLE LOGIN-REFERRALS MAILBOX-REFERRALS NAMESPACE LITERAL+ UIDPLUS CHILDREN'.split(
  ' ',
);

/** Serves one connection until the client logs out or is gone. What goes wrong on the server's side is thrown. */
export const serveImap = (connection: ImapConnection, options: ImapServerOptions): Promise<void> =>
  new ImapSession(connection, options).run();

class ImapSession implements Session {
  readonly identity: ImapServerIdentity;
  readonly authority: ImapAuthority;
  readonly #connection: ImapConnection;
  readonly #options: ImapServerOptions;
  #reader: CommandReader;
  #input: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();
  #mailbox: ImapMailbox | undefined;
  #view: FolderView | undefined;
  #isOver = false;
  #encrypts = false;
  #isEncrypted = false;
  #badCommands = 0;

  constructor(connection: ImapConnection, options: ImapServerOptions) {
    this.#connection = connection;
    this.#options = options;
    this.identity = options.identity;
    this.authority = options.authority;
    this.#input = connection.input[Symbol.asyncIterator]();
    this.#reader = this.#createReader();
    this.untagged = this.untagged.bind(this);
  }

  get state(): SessionState {
    if (this.#isOver) return 'over';
    if (this.#mailbox === undefined) return 'notAuthenticated';
    return this.#view === undefined ? 'authenticated' : 'selected';
  }

  get mailbox(): ImapMailbox {
    return this.#mailbox!;
  }

  get view(): FolderView {
    return this.#view!;
  }

  get capabilities(): readonly string[] {
    const mechanisms = Object.keys(this.authority.mechanisms).map((name) => `AUTH=${name}`);
    const canEncrypt = this.#connection.encrypt !== undefined && !this.#isEncrypted;
    return [...capabilities, ...mechanisms, ...(canEncrypt ? ['STARTTLS'] : [])];
  }

  async run(): Promise<void> {
    const { product, hostName } = this.identity;
    await this.untagged(`OK ${product} (${hostName}) ready.`);
    try {
      while (!this.#isOver) await this.#serveNext();
    } catch (error) {
      if (!isSdkError(error, 'imap.tooMuch')) throw error;
      await this.untagged(`BYE ${error.message}`);
    }
  }

  untagged(...output: readonly Output[]): Promise<void> {
    return this.#send('* ', ...output, '\r\n');
  }

  async ask(text: string): Promise<string | undefined> {
    await this.#send(`+ ${text}\r\n`);
    const next = await this.#nextCommand();
    return next?.refusal === undefined && next?.command.length === 1 ? String(next.command[0]) : undefined;
  }

  logIn(mailbox: ImapMailbox): void {
    this.#mailbox = mailbox;
  }

  open(view: FolderView | undefined): void {
    this.#view = view;
  }

  encryptNext(): boolean {
    this.#encrypts = this.#connection.encrypt !== undefined && !this.#isEncrypted;
    return this.#encrypts;
  }

  followChanges(): () => void {
    return this.mailbox.watch(() => void this.#tellChanges({ expunges: true }));
  }

  end(): void {
    this.#isOver = true;
  }

  async #serveNext(): Promise<void> {
    const next = await this.#nextCommand();
    if (next === undefined) return this.end();
    const { command, run } = this.#read(next);
    const verdict = await this.#options.observer?.began(command);
    const answer = verdict ?? (await this.#attempt(command, run));
    this.#options.observer?.ended(command, answer);
    await this.#send(`${command.tag} ${answer.status} ${answer.text}\r\n`);
    if (this.#encrypts) await this.#encrypt();
    this.#badCommands = answer.status === 'BAD' ? this.#badCommands + 1 : 0;
    if (this.#badCommands >= imapLimits.badCommands) throw imapErrors.tooMuch({ reason: 'Too many invalid commands.' });
  }

  /** Whatever cannot be read becomes a command that answers so. */
  #read({ command: pieces, refusal }: { command: CommandPieces; refusal?: string }): ReadCommand {
    const cursor = new Cursor(pieces);
    let [tag, name] = ['*', ''];
    try {
      tag = cursor.match(tagForm, 'Tag');
      cursor.space();
      name = readName(cursor);
      if (refusal !== undefined) throw imapErrors.refused({ reason: refusal });
      const definition = Object.hasOwn(commands, name) ? commands[name]! : unidentifiable();
      const { args, run } = definition.prepare(cursor);
      return { command: { tag, name, args, isKnown: true }, run: () => this.#runIn(definition, run) };
    } catch (error) {
      const run = (): never => {
        throw error;
      };
      return { command: { tag, name, args: undefined, isKnown: false }, run };
    }
  }

  #runIn({ states }: Command, run: ReturnType<Command['prepare']>['run']): ReturnType<typeof run> {
    if (states.includes(this.state)) return run(this);
    throw imapErrors.badCommand({ reason: 'The command is not valid in this state' });
  }

  async #attempt({ name }: ImapCommand, run: ReadCommand['run']): Promise<Answer> {
    try {
      const { code, text = `${name.replace(/^UID /, '')} completed.` } = (await run()) ?? {};
      await this.#tellChanges({ expunges: commands[name]?.tellsExpunges ?? false });
      return { status: 'OK', text: code === undefined ? text : `[${code}] ${text}` };
    } catch (error) {
      if (isSdkError(error, 'imap.badCommand')) return { status: 'BAD', text: error.message };
      if (!isSdkError(error, 'imap.refused')) throw error;
      const { code } = error.context;
      return { status: 'NO', text: typeof code === 'string' ? `[${code}] ${error.message}` : error.message };
    }
  }

  async #tellChanges(options: { expunges: boolean }): Promise<void> {
    for (const line of this.#view?.update(options) ?? []) await this.untagged(line);
  }

  async #encrypt(): Promise<void> {
    this.#encrypts = false;
    this.#isEncrypted = true;
    // What came before the handshake is forgotten, as anybody could have slipped it in. RFC 3501 6.2.1
    this.#rest = new Uint8Array();
    this.#reader = this.#createReader();
    this.#input = (await this.#connection.encrypt!())[Symbol.asyncIterator]();
  }

  #createReader(): CommandReader {
    const { messageSize = imapLimits.messageSize } = this.#options;
    // Not awaited: the line is short, and what follows is awaited.
    const askToGoOn = (): void => void this.#send('+ Ready for additional command text.\r\n');
    return new CommandReader({ messageSize, askToGoOn });
  }

  async #nextCommand(): Promise<{ command: CommandPieces; refusal?: string } | undefined> {
    while (true) {
      const { rest, command, refusal } = this.#reader.push(this.#rest);
      this.#rest = rest;
      if (command !== undefined) return { command, ...(refusal === undefined ? {} : { refusal }) };
      const next = await this.#input.next();
      if (next.done === true) return undefined;
      this.#rest = next.value;
    }
  }

  #send(...output: readonly Output[]): Promise<void> {
    const parts = output.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part));
    return this.#connection.send(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
  }
}

interface ReadCommand {
  readonly command: ImapCommand;
  readonly run: () => Promise<Completion | void> | Completion | void;
}

interface Answer {
  readonly status: 'OK' | 'NO' | 'BAD';
  readonly text: string;
}

/** RFC 3501 9 (tag) */
const tagForm = /[!#$&',-[\]^-z|}~]+/y;

function readName(cursor: Cursor): string {
  const name = cursor.atom().toUpperCase();
  if (name !== 'UID') return name;
  cursor.space();
  return `UID ${cursor.atom().toUpperCase()}`;
}

function unidentifiable(): never {
  throw imapErrors.badCommand({ reason: 'Unidentifiable command specified' });
}
