import { AvId, avName, type AvPair } from '@cutover/wire/ntlm';
import type { Organisation } from '../organisation/organisation.ts';

/** What a server says about itself in an NTLM challenge. */
export interface ServerIdentity {
  readonly netBiosDomain: string;
  readonly netBiosName: string;
  readonly dnsDomain: string;
  readonly dnsName: string;
}

/** The mailbox server as NTLM names it. Clients that were told no RPC server take the NetBIOS name from here. */
export function serverIdentityOf(organisation: Organisation): ServerIdentity {
  return {
    netBiosDomain: organisation.netBiosDomain,
    netBiosName: organisation.server.netBiosName,
    dnsDomain: organisation.domain,
    dnsName: organisation.server.name,
  };
}

/** The names as AV pairs, without a timestamp: Windows 2003 sent none, and clients then owe no integrity code. */
export function targetInfoOf(identity: ServerIdentity): AvPair[] {
  return [
    avName(AvId.nbDomainName, identity.netBiosDomain),
    avName(AvId.nbComputerName, identity.netBiosName),
    avName(AvId.dnsDomainName, identity.dnsDomain),
    avName(AvId.dnsComputerName, identity.dnsName),
    avName(AvId.dnsTreeName, identity.dnsDomain),
  ];
}
