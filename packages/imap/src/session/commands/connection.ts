import { imapErrors } from '../../errors.ts';
import type { ImapMailbox, ImapSasl } from '../../mailbox-port.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { always, type Command, defineCommand, nothing } from '../command.ts';
import type { Session } from '../session.ts';

const logonFailure = 'Logon failure: unknown user name or bad password.';

const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

function parseLogin(cursor: Cursor): { userName: string; password: string } {
  cursor.space();
  const userName = utf8(cursor.astring());
  cursor.space();
  const password = utf8(cursor.astring());
  cursor.end();
  return { userName, password };
}

/** What the client sends in answer to a challenge, out of base64. */
async function answerTo(session: Session, challenge: Uint8Array): Promise<Uint8Array> {
  const line = await session.ask(Buffer.from(challenge).toString('base64'));
  if (line === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(line)) {
    throw imapErrors.badCommand({ reason: 'Authentication was cancelled' });
  }
  return Buffer.from(line, 'base64');
}

async function exchange(session: Session, sasl: ImapSasl): Promise<ImapMailbox | undefined> {
  for (let step = sasl.step(await answerTo(session, Buffer.alloc(0))); step !== undefined;) {
    if ('mailbox' in step) return step.mailbox;
    step = sasl.step(await answerTo(session, step.challenge));
  }
  return undefined;
}

function enter(session: Session, mailbox: ImapMailbox | undefined): void {
  if (mailbox === undefined) throw imapErrors.refused({ reason: logonFailure });
  session.logIn(mailbox);
}

/** Commands about the connection itself. RFC 3501 6.1, 6.2 */
export const connectionCommands: Readonly<Record<string, Command>> = {
  CAPABILITY: defineCommand({
    states: always,
    parse: nothing,
    run: (session) => session.untagged(`CAPABILITY ${session.capabilities.join(' ')}`),
  }),
  NOOP: defineCommand({ states: always, parse: nothing, run: () => undefined, tellsExpunges: true }),
  LOGOUT: defineCommand({
    states: always,
    parse: nothing,
    run: async (session) => {
      await session.untagged(`BYE ${session.identity.product} signing off.`);
      session.end();
    },
  }),
  STARTTLS: defineCommand({
    states: ['notAuthenticated'],
    parse: nothing,
    run: (session) => {
      if (!session.encryptNext()) throw imapErrors.badCommand({ reason: 'TLS is not available' });
      return { text: 'Begin TLS negotiation now.' };
    },
  }),
  LOGIN: defineCommand({
    states: ['notAuthenticated'],
    parse: parseLogin,
    run: (session, { userName, password }) => enter(session, session.authority.logIn(userName, password)),
  }),
  AUTHENTICATE: defineCommand({
    states: ['notAuthenticated'],
    parse: (cursor) => {
      cursor.space();
      const mechanism = cursor.atom().toUpperCase();
      cursor.end();
      return { mechanism };
    },
    run: async (session, { mechanism }) => {
      const create = Object.entries(session.authority.mechanisms).find(([name]) => name === mechanism)?.[1];
      if (create === undefined) throw imapErrors.refused({ reason: 'Unsupported authentication mechanism.' });
      enter(session, await exchange(session, create()));
    },
  }),
};
