import { RpcStatus } from '@cutover/wire/rpc';
import { errorCode } from '@cutover/wire/rop';
import { mockErrors } from '../errors.ts';
import type { Fault } from '../faults/fault.ts';
import { FaultPlan } from '../faults/fault-plan.ts';
import type { MockExchangeOptions } from '../options.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { defaultOutlookAnywhere } from '../organisation/outlook-anywhere.ts';
import { contoso } from '../seeds/contoso/contoso.ts';
import { type FailingStep, failingSteps } from './failing-steps.ts';

/** A server on which one step of a connectivity test fails, and none before it. */
export interface FailingProfile {
  /** The step that fails, as the connectivity test names it. */
  readonly step: string;
  /** What is wrong with the server. */
  readonly about: string;
  readonly options?: Partial<MockExchangeOptions>;
  readonly organisation?: (organisation: Organisation) => Partial<Organisation>;
  readonly validPorts?: (server: string) => string;
  readonly faults?: readonly Fault[];
}

const rop = (code: number): readonly Fault[] => [
  { target: { rop: 'RopLogon' }, effect: { kind: 'returnValue', code } },
];
const call = (operation: string): readonly Fault[] => [
  { target: { operation }, effect: { kind: 'rpcFault', status: RpcStatus.callFailed } },
];

// ecMailboxDisabled. [MS-OXCDATA] 2.4
const mailboxDisabled = 0x96c;

/** What is wrong with each of them. */
export const failingProfiles: Readonly<Record<FailingStep, FailingProfile>> = {
  autodiscover: {
    step: 'autodiscover',
    about: 'There is no Autodiscover service, as with Exchange 2003.',
    options: { profile: '2003' },
  },
  dns: {
    step: 'dns',
    about: 'The name of the RPC proxy is in no DNS.',
    organisation: ({ domain }) => ({ proxyServer: `mail.${domain}.invalid` }),
  },
  port: { step: 'tcp', about: 'Nobody listens on the port.', options: { https: 'closed' } },
  tls: { step: 'certificate.obtain', about: 'What listens speaks no TLS.', options: { https: 'plain' } },
  'certificate-name': {
    step: 'certificate.name',
    about: 'The certificate is for another name.',
    options: { certificate: 'wrong-name' },
  },
  'certificate-self-signed': {
    step: 'certificate.trust',
    about: 'The certificate was signed by nobody but itself.',
    options: { certificate: 'self-signed' },
  },
  'certificate-chain': {
    step: 'certificate.trust',
    about: 'The authority between the certificate and the trusted one is not sent.',
    options: { certificate: 'broken-chain' },
  },
  'certificate-expired': {
    step: 'certificate.dates',
    about: 'The certificate ended yesterday.',
    options: { certificate: 'expired' },
  },
  'certificate-not-yet-valid': {
    step: 'certificate.dates',
    about: 'The certificate begins tomorrow.',
    options: { certificate: 'not-yet-valid' },
  },
  'certificate-principal': {
    step: 'certificate.principal',
    about: 'Autodiscover tells a principal name that the certificate does not have.',
    options: { profile: '2010', autodiscover: { certificatePrincipalName: 'msstd:owa.example.net' } },
  },
  'client-certificate': {
    step: 'http.clientCertificates',
    about: 'IIS demands a certificate of the client.',
    options: { clientCertificates: 'required' },
  },
  'basic-off': {
    step: 'http.authentication',
    about: 'The virtual directory /rpc takes NTLM alone.',
    organisation: ({ outlookAnywhere, proxyServer }) => ({
      outlookAnywhere: {
        ...(outlookAnywhere ?? defaultOutlookAnywhere(proxyServer)),
        iisAuthenticationMethods: ['Ntlm'],
      },
    }),
  },
  'rpc-proxy-missing': {
    step: 'http.authentication',
    about: 'The component RPC over HTTP Proxy is not installed.',
    organisation: () => ({ outlookAnywhere: null }),
  },
  'rpc-proxy-unmapped': {
    step: 'ping.proxy',
    about: 'The virtual directory is there, but does not lead to the RPC proxy.',
    options: { rpcProxy: 'unmapped' },
  },
  'valid-ports': {
    step: 'ping.store',
    about: 'ValidPorts is what set-up wrote: no port of Exchange is in it.',
    validPorts: (server) => `${server}:593`,
  },
  'port-6001': {
    step: 'ping.store',
    about: 'The information store is not reached on 6001.',
    validPorts: (server) => `${server}:593;${server}:6002;${server}:6004`,
  },
  'port-6004': {
    step: 'ping.directory',
    about: 'The address book is not reached on 6004.',
    validPorts: (server) => `${server}:593;${server}:6001-6002`,
  },
  'name-check': {
    step: 'directory.checkName',
    about: 'The address book answers, but resolves no name.',
    faults: call('NspiResolveNamesW'),
  },
  'hidden-mailbox': {
    step: 'directory.checkName',
    about: 'Every mailbox is hidden from address lists; the test must name one.',
    organisation: ({ recipients }) => ({ recipients: recipients.map((one) => ({ ...one, hidden: true })) }),
  },
  'port-6002': {
    step: 'referral',
    about: 'The referral service is not reached on 6002.',
    validPorts: (server) => `${server}:593;${server}:6001;${server}:6004`,
  },
  referral: {
    step: 'referral',
    about: 'The referral service names no server.',
    faults: call('RfrGetNewDSA'),
  },
  'no-rights': {
    step: 'logon',
    about: 'The account may open no mailbox.',
    faults: rop(errorCode.accessDenied),
  },
  'no-mailbox': {
    step: 'logon',
    about: 'The address book names a mailbox that the store does not have.',
    faults: rop(errorCode.noSuchUser),
  },
  'mailbox-disabled': {
    step: 'logon',
    about: 'The mailbox is disabled.',
    faults: rop(mailboxDisabled),
  },
};

/** The options of a server on which the step that they name fails. */
export function withFailure({ failing, ...given }: MockExchangeOptions): MockExchangeOptions {
  if (failing === undefined) return given;
  if (!Object.hasOwn(failingProfiles, failing)) {
    throw mockErrors.unknownChoice({ option: 'failing', value: failing, known: failingSteps });
  }
  const { options, organisation, validPorts, faults } = failingProfiles[failing];
  const seed = given.seed ?? (given.organisation === undefined ? contoso() : emptySeed(given.organisation));
  const { server } = seed.organisation;
  const plan = given.faults ?? new FaultPlan();
  for (const fault of faults ?? []) plan.add(fault);
  return {
    ...withoutOrganisation(given),
    ...options,
    seed: { ...seed, organisation: { ...seed.organisation, ...organisation?.(seed.organisation) } },
    ...(validPorts && { validPorts: `${validPorts(server.netBiosName)};${validPorts(server.name)}` }),
    faults: plan,
  };
}

const emptySeed = (organisation: Organisation) => ({ organisation, fill: () => undefined });

function withoutOrganisation(options: MockExchangeOptions): MockExchangeOptions {
  const { organisation: _organisation, ...others } = options;
  return others;
}
