import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';

const refused =
  'Certificate CertificateThumbprint HttpVersion ProxyUseDefaultCredentials Resume TransferEncoding UseDefaultCredentials';

const proxySets = { StandardMethod: {}, CustomMethod: {} };
const switches = (names: string): readonly ParameterSpec[] =>
  names.split(' ').map((name) => ({ name, type: 'SwitchParameter' }));

/** What Invoke-WebRequest and Invoke-RestMethod take. */
export const webParameters: readonly ParameterSpec[] = [
  { name: 'Uri', type: 'Uri', mandatory: true, position: 0, validate: [{ kind: 'notNullOrEmpty' }] },
  {
    name: 'Method',
    type: 'Microsoft.PowerShell.Commands.WebRequestMethod',
    sets: { StandardMethod: {}, StandardMethodNoProxy: {} },
  },
  {
    name: 'CustomMethod',
    type: 'String',
    aliases: ['CM'],
    sets: { CustomMethod: { mandatory: true }, CustomMethodNoProxy: { mandatory: true } },
  },
  {
    name: 'NoProxy',
    type: 'SwitchParameter',
    sets: { StandardMethodNoProxy: { mandatory: true }, CustomMethodNoProxy: { mandatory: true } },
  },
  { name: 'Body', pipeline: 'value' },
  { name: 'Form', type: 'System.Collections.IDictionary' },
  { name: 'ContentType', type: 'String' },
  { name: 'Headers', type: 'System.Collections.IDictionary' },
  { name: 'UserAgent', type: 'String' },
  { name: 'InFile', type: 'String' },
  { name: 'OutFile', type: 'String' },
  { name: 'WebSession', type: 'Microsoft.PowerShell.Commands.WebRequestSession' },
  { name: 'SessionVariable', type: 'String', aliases: ['SV'] },
  { name: 'ConnectionTimeoutSeconds', type: 'Int32', aliases: ['TimeoutSec'] },
  { name: 'OperationTimeoutSeconds', type: 'Int32' },
  { name: 'MaximumRedirection', type: 'Int32' },
  { name: 'MaximumRetryCount', type: 'Int32' },
  { name: 'RetryIntervalSec', type: 'Int32' },
  { name: 'Authentication', type: 'Microsoft.PowerShell.Commands.WebAuthenticationType' },
  { name: 'Credential', type: 'PSCredential' },
  { name: 'Token', type: 'System.Security.SecureString' },
  { name: 'Proxy', type: 'Uri', sets: proxySets },
  { name: 'ProxyCredential', type: 'PSCredential', sets: proxySets },
  { name: 'SslProtocol', type: 'Microsoft.PowerShell.Commands.WebSslProtocol' },
  { name: 'UnixSocket', type: 'System.Net.Sockets.UnixDomainSocketEndPoint' },
  ...switches('AllowInsecureRedirect AllowUnencryptedAuthentication DisableKeepAlive PassThru'),
  ...switches('PreserveAuthorizationOnRedirect PreserveHttpMethodOnRedirect SkipCertificateCheck SkipHttpErrorCheck'),
  // Heads are checked for what would break the request alone; basic parsing has had no effect since version 6.
  ...switches('SkipHeaderValidation UseBasicParsing'),
  ...refused.split(' ').map((name) => ({ name, unsupported: true }) as const),
];
