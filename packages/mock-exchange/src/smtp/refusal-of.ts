import { findByAddress } from '../organisation/find-by-address.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { routeMail } from '../delivery/deliver-mail.ts';
import { smtpReply, type SmtpReply } from './smtp-reply.ts';

/** Why a recipient is not taken, as Exchange 2003 says it; undefined for one who is. Nothing is sent on to other servers. */
export function refusalOf(organisation: Organisation, address: string): SmtpReply | undefined {
  const { delivered, unknown } = routeMail(organisation, [address]);
  if (unknown.length > 0) return smtpReply(550, `5.1.1 User unknown`);
  // A group that reaches nobody here takes mail all the same.
  const isGroup = findByAddress(organisation, address)?.kind === 'group';
  return delivered.length > 0 || isGroup ? undefined : smtpReply(550, `5.7.1 Unable to relay for ${address}`);
}
