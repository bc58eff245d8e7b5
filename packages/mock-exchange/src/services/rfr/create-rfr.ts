import { rfrInterface, serverDnLength } from '@cutover/wire/rfr';
import { nspiResult } from '@cutover/wire/nspi';
import type { Organisation } from '../../organisation/organisation.ts';
import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { implementInterface } from '../../rpc-server/implement-interface.ts';

const { success, invalidParameter, notFound } = nspiResult;

/** The referral service: names the server of the address book, and the DNS name of a mailbox server. [MS-OXABREF] */
export function createRfr(options: {
  readonly ports: readonly number[];
  readonly organisation: () => Organisation;
}): RpcInterface {
  return implementInterface(rfrInterface, {
    ports: options.ports,
    handlers: {
      // The organisation has one server, which is also everybody's address book. A parameter that the client left
      // out (an outer null pointer) cannot come back.
      getNewDsa: (_connection, { unused, server }) => ({
        unused: unused === null ? null : { text: null },
        server: server === null ? null : { text: options.organisation().server.name },
        result: success,
      }),
      getFqdnFromServerDn: (_connection, { length, serverDN }) => {
        if (length < serverDnLength.least || length > serverDnLength.most) {
          return { fqdn: null, result: invalidParameter };
        }
        const { name, legacyExchangeDN } = options.organisation().server;
        const isKnown = serverDN.toLowerCase() === legacyExchangeDN.toLowerCase();
        return isKnown ? { fqdn: name, result: success } : { fqdn: null, result: notFound };
      },
    },
  });
}
