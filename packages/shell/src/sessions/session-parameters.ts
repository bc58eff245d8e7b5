import type { ParameterSpec } from '@cutover/powershell/values';

/** Parameters of the original that ask for remoting to other computers, which there is none of here. */
export const refusedParameters = (names: string): ParameterSpec[] =>
  names.split(' ').map((name) => ({ name, unsupported: true }));

const mechanisms = [
  'Default',
  'Basic',
  'Credssp',
  'Digest',
  'Kerberos',
  'Negotiate',
  'NegotiateWithImplicitCredential',
];

/** How a session signs in; whatever it is, the name and the password are what counts. */
export const authenticationMechanisms: Pick<ParameterSpec, 'validate'> = {
  validate: [{ kind: 'set', values: mechanisms }],
};
