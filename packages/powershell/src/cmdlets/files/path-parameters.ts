import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';

/** `-Path` and `-LiteralPath` as item cmdlets have them; `pipeline` is how objects come to `-Path`. */
export const pathParameters = (pipeline: 'both' | 'property'): readonly ParameterSpec[] => [
  {
    name: 'LiteralPath',
    type: 'String[]',
    aliases: ['PSPath', 'LP'],
    pipeline: 'property',
    sets: { LiteralPath: { mandatory: true } },
  },
  { name: 'Path', type: 'String[]', pipeline, sets: { Path: { mandatory: true, position: 0 } } },
];

/** What chooses among the items that a path stands for. */
export const filterParameters: readonly ParameterSpec[] = [
  { name: 'Exclude', type: 'String[]' },
  { name: 'Filter', type: 'String' },
  { name: 'Include', type: 'String[]' },
];

export const force: ParameterSpec = { name: 'Force', type: 'SwitchParameter' };
export const passThru: ParameterSpec = { name: 'PassThru', type: 'SwitchParameter' };

export { credential } from './without-credential.ts';

/** What the certificate drive of Windows adds. */
export const certificateParameters: readonly ParameterSpec[] = [
  'CodeSigningCert',
  'DnsName',
  'DocumentEncryptionCert',
  'Eku',
  'ExpiringInDays',
  'SSLServerAuthentication',
].map((name) => ({ name, unsupported: true }));
