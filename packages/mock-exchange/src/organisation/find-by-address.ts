import type { Organisation } from './organisation.ts';
import type { Recipient } from './recipient.ts';

const isAt = ({ proxyAddresses, primarySmtpAddress, legacyExchangeDN }: Recipient, wanted: string): boolean =>
  primarySmtpAddress.toLowerCase() === wanted ||
  legacyExchangeDN.toLowerCase() === wanted ||
  proxyAddresses.some((proxy) => proxy.slice(proxy.indexOf(':') + 1).toLowerCase() === wanted);

/** Who is reached under an address: SMTP, any proxy address without its type, or a legacyExchangeDN; without case. */
export function findByAddress({ recipients }: Organisation, address: string): Recipient | undefined {
  const wanted = address.toLowerCase();
  return recipients.find((recipient) => isAt(recipient, wanted));
}
