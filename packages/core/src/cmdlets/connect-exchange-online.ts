import { z } from 'zod';
import { defineCmdlet, param, refused, refusedAll } from '../define-cmdlet.ts';
import { credential, enumerator, switchParameter } from '../parameter-types.ts';
import { exchangeEnvironments } from '../objects/enumerations.ts';

/** Opens a connection to the emulated Exchange Online. Source: Exchange `Connect-ExchangeOnline`. */
export const connectExchangeOnline = defineCmdlet({
  name: 'Connect-ExchangeOnline',
  synopsis: 'Opens a connection to the emulated Exchange Online.',
  description: 'The data folder is the organization: nobody is asked for a password.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    AppId: param(z.string(), {
      type: 'String',
      help: 'Which app signs in; Get-ConnectionInformation tells it.',
    }),
    AzureADAuthorizationEndpointUri: refused({ type: 'String', position: 0 }),
    BypassMailboxAnchoring: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    CertificateThumbprint: param(z.string(), {
      type: 'String',
      help: 'Certificate of an app; none is asked for, and Get-ConnectionInformation tells that it was used.',
    }),
    CommandName: param(z.array(z.string()).readonly(), {
      type: 'String[]',
      help: 'Which cmdlets come in sight under the prefix; patterns as well.',
      position: 5,
    }),
    ConnectionUri: param(z.string().min(1), {
      type: 'String',
      help: 'Where the service is; Get-ConnectionInformation tells it, and the emulated one is always here.',
      position: 0,
    }),
    Credential: param(credential, { type: 'PSCredential', help: 'Who signs in, with the password.' }),
    DelegatedOrganization: param(z.string(), {
      type: 'String',
      help: 'Organization that is administered for somebody else; Get-ConnectionInformation tells it.',
      position: 3,
    }),
    Device: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    DisableWAM: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    EnableErrorReporting: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    ExchangeEnvironmentName: param(enumerator(exchangeEnvironments), {
      type: 'ExchangeEnvironment',
      help: "Which of the product's clouds: Get-ConnectionInformation tells its address.",
      values: exchangeEnvironments,
      position: 1,
    }),
    FormatTypeName: refused({ type: 'String[]', position: 6 }),
    InlineCredential: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    LoadCmdletHelp: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    ManagedIdentity: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    ManagedIdentityAccountId: param(z.string(), {
      type: 'String',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    Organization: param(z.string().min(1), { type: 'String', help: 'Name of the organization.' }),
    PSSessionOption: refused({ type: 'PSSessionOption', position: 2 }),
    PageSize: param(z.int().positive(), {
      type: 'UInt32',
      help: 'How many objects one answer has in the product; Get-ConnectionInformation tells it.',
    }),
    Prefix: param(z.string(), {
      type: 'String',
      help: 'Put before the nouns of the cmdlets of this session.',
      position: 4,
    }),
    ShowBanner: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Shows what is new; there is no banner here.',
    }),
    ShowProgress: param(z.boolean(), {
      type: 'Boolean',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    SkipLoadingCmdletHelp: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    SkipLoadingFormatData: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    TrackPerformance: param(z.boolean(), {
      type: 'Boolean',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    UseMultithreading: param(z.boolean(), {
      type: 'Boolean',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    UseRPSSession: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'How the connection is made; the emulated service needs nothing of it.',
    }),
    UserPrincipalName: param(z.string().min(1), { type: 'String', help: 'Who signs in.' }),
    ...refusedAll({
      String: ['AccessToken', 'CertificateFilePath', 'EXOModuleBasePath', 'LogDirectoryPath', 'LogLevel'],
      X509Certificate2: ['Certificate', 'SigningCertificate'],
      SecureString: ['CertificatePassword'],
    }),
  },
  examples: [{ title: 'Connect', script: 'Connect-ExchangeOnline -ShowBanner:$false' }],
});
