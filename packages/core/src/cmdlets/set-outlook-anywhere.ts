import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import {
  authenticationMethods,
  basicNtlmOrNegotiate,
  basicOrNtlm,
  domainController,
  fqdn,
  identity,
  shouldProcess,
} from '../parameter-types.ts';

/** Changes how Outlook Anywhere is set up. Source: Exchange `Set-OutlookAnywhere`. */
export const setOutlookAnywhere = defineCmdlet({
  name: 'Set-OutlookAnywhere',
  side: 'onPremises',
  synopsis: 'Changes how Outlook Anywhere is set up.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Setting Outlook Anywhere', impact: 'Medium' },
  parameters: {
    ClientAuthenticationMethod: param(basicOrNtlm, {
      type: 'AuthenticationMethod',
      help: 'How clients sign in.',
      values: ['Basic', 'Ntlm'],
    }),
    ExternalClientAuthenticationMethod: param(basicNtlmOrNegotiate, {
      type: 'AuthenticationMethod',
      help: 'How clients outside sign in.',
      values: ['Basic', 'Ntlm', 'Negotiate'],
    }),
    ExternalHostname: param(fqdn, { type: 'Hostname', help: 'Name by which clients outside find the server.' }),
    IISAuthenticationMethods: param(authenticationMethods, {
      type: 'MultiValuedProperty',
      help: 'What the server accepts.',
    }),
    Identity: param(identity, {
      type: 'VirtualDirectoryIdParameter',
      help: String.raw`Name of the virtual directory: EXCH-MSG-1\Rpc (Default Web Site), or of its server.`,
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    SSLOffloading: param(z.boolean(), { type: 'Boolean', help: 'Whether something in front of the server decrypts.' }),
    DomainController: domainController,
    ...refusedAll({
      AuthenticationMethod: ['DefaultAuthenticationMethod', 'InternalClientAuthenticationMethod'],
      MultiValuedProperty: ['ExtendedProtectionFlags', 'ExtendedProtectionSPNList'],
      ExtendedProtectionTokenCheckingMode: ['ExtendedProtectionTokenChecking'],
      Boolean: ['ExternalClientsRequireSsl', 'InternalClientsRequireSsl'],
      String: ['InternalHostname', 'Name'],
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Let clients sign in by their name and password',
      script: 'Get-OutlookAnywhere | Set-OutlookAnywhere -ClientAuthenticationMethod Basic',
    },
  ],
});
