import { defineRecords } from '../../providers/define-records.ts';

export const webRecord = defineRecords({
  WebCmdletWebResponseException: {
    category: 'InvalidOperation',
    exception: 'Microsoft.PowerShell.Commands.HttpResponseException',
    text: 'Response status code does not indicate success: {0} ({1}).',
  },
  RequestFailed: {
    id: 'WebCmdletWebResponseException',
    category: 'InvalidOperation',
    exception: 'System.Net.Http.HttpRequestException',
    text: '{0}',
  },
  NoNetwork: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to the network.',
  },
  CredentialNotSpecified: {
    id: 'WebCmdletAuthenticationCredentialNotSuppliedException',
    category: 'InvalidOperation',
    exception: 'System.ArgumentException',
    text: 'The cmdlet cannot run because the following parameter is not specified: {0}. The supplied Authentication type requires a {0}. Specify {0}, then retry.',
  },
  PingNotSupported: {
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: 'Test-Connection is not supported yet without -TcpPort.',
  },
  DnsFailed: {
    id: 'DNS_ERROR_RCODE_NAME_ERROR',
    category: 'ResourceUnavailable',
    exception: 'System.ComponentModel.Win32Exception',
    text: '{0} : {1}',
  },
});
