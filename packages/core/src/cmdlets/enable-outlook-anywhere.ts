import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { outlookAnywhere } from '../objects/on-premises.ts';
import {
  authenticationMethods,
  basicOrNtlm,
  domainController,
  fqdn,
  identity,
  shouldProcess,
} from '../parameter-types.ts';

/** Lets Outlook in over HTTP. Source: Exchange `Enable-OutlookAnywhere`. */
export const enableOutlookAnywhere = defineCmdlet({
  name: 'Enable-OutlookAnywhere',
  side: 'onPremises',
  synopsis: 'Lets Outlook in over HTTP.',
  description: '',
  output: outlookAnywhere,
  returns: 'one',
  sets: ['CustomIdentity', 'DefaultIdentity'],
  cutoverSets: ['CustomIdentity', 'DefaultIdentity'],
  confirms: { action: 'Enabling Outlook Anywhere', impact: 'Medium' },
  parameters: {
    ClientAuthenticationMethod: param(basicOrNtlm, {
      type: 'AuthenticationMethod',
      help: 'How clients sign in.',
      sets: ['CustomIdentity'],
      mandatory: true,
      values: ['Basic', 'Ntlm'],
    }),
    DefaultAuthenticationMethod: param(basicOrNtlm, {
      type: 'AuthenticationMethod',
      help: 'How clients sign in, and nothing else is accepted.',
      sets: ['DefaultIdentity'],
      mandatory: true,
      values: ['Basic', 'Ntlm'],
    }),
    ExternalHostname: param(fqdn, {
      type: 'Hostname',
      help: 'Name by which clients outside find the server.',
      mandatory: true,
    }),
    IISAuthenticationMethods: param(authenticationMethods, {
      type: 'MultiValuedProperty',
      help: 'What the server accepts.',
      sets: ['CustomIdentity'],
    }),
    SSLOffloading: param(z.boolean(), {
      type: 'Boolean',
      help: 'Whether something in front of the server decrypts.',
      mandatory: true,
    }),
    Server: param(identity, {
      type: 'ServerIdParameter',
      help: 'Name of a server.',
      pipeline: 'value and property',
    }),
    DomainController: domainController,
    ...refusedAll({
      MultiValuedProperty: ['ExtendedProtectionFlags', 'ExtendedProtectionSPNList'],
      ExtendedProtectionTokenCheckingMode: ['ExtendedProtectionTokenChecking'],
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Enable Outlook Anywhere',
      script:
        'Disable-OutlookAnywhere -Confirm:$false; Enable-OutlookAnywhere -ExternalHostname mail.contoso.com -ClientAuthenticationMethod Basic -SSLOffloading $false',
      expect: 'mail.contoso.com',
    },
  ],
});
