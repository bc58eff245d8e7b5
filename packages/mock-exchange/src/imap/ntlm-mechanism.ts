import type { ImapMailbox, ImapSasl } from '@cutover/imap';
import { isWireError } from '@cutover/wire';
import { openMailbox } from '../mail/open-mailbox.ts';
import { NtlmAcceptor, type NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { Account } from '../organisation/account.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { World } from '../world.ts';

/** AUTHENTICATE NTLM, which opens the mailbox of whoever signs in. [MS-OXIMAP] 2.2.1 */
export function ntlmMechanism(
  world: World,
  authority: NtlmAuthority,
  enter: (account: Account, mailbox: Mailbox) => ImapMailbox,
): ImapSasl {
  const acceptor = new NtlmAcceptor(authority);
  let isChallenged = false;
  return {
    step: (response) => {
      if (isChallenged) return answerOf(acceptor, response, { world, enter });
      isChallenged = true;
      return challengeOf(acceptor, response);
    },
  };
}

function challengeOf(acceptor: NtlmAcceptor, negotiate: Uint8Array): { challenge: Uint8Array } | undefined {
  try {
    return { challenge: acceptor.challenge(negotiate) };
  } catch (error) {
    if (isWireError(error)) return undefined;
    throw error;
  }
}

function answerOf(
  acceptor: NtlmAcceptor,
  response: Uint8Array,
  { world, enter }: { world: World; enter: Parameters<typeof ntlmMechanism>[2] },
): { mailbox: ImapMailbox } | undefined {
  const account = acceptor.authenticate(response)?.account;
  const mailbox = account && openMailbox(world, account);
  return account && mailbox && { mailbox: enter(account, mailbox) };
}
