/** Servers of which one step of a connectivity test fails, by name, in the order of the steps. */
export const failingSteps = [
  'autodiscover',
  'dns',
  'port',
  'tls',
  'certificate-name',
  'certificate-self-signed',
  'certificate-chain',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-principal',
  'client-certificate',
  'basic-off',
  'rpc-proxy-missing',
  'rpc-proxy-unmapped',
  'valid-ports',
  'port-6001',
  'port-6004',
  'name-check',
  'hidden-mailbox',
  'port-6002',
  'referral',
  'no-rights',
  'no-mailbox',
  'mailbox-disabled',
] as const;

/** A step that fails, by its name. */
export type FailingStep = (typeof failingSteps)[number];
