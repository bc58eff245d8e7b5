import { defineRecords } from '../../providers/define-records.ts';
import { ErrorRecord, ExceptionValue } from '../../runtime/values/error-record.ts';
import { statusCode } from './web-types.ts';
import { responseMessage } from './web-response.ts';
import type { WebResponse } from './web-answer.ts';

/** An answer of failure: its body is the details, and scripts look at `Exception.Response`. */
export function responseError(response: WebResponse): ErrorRecord {
  const { status, reason, body } = response;
  const exception = new ExceptionValue(
    'Microsoft.PowerShell.Commands.HttpResponseException',
    `Response status code does not indicate success: ${status} (${reason}).`,
    undefined,
    { Response: responseMessage(response), StatusCode: statusCode(status) },
  );
  const record = new ErrorRecord({ exception, id: 'WebCmdletWebResponseException', category: 'InvalidOperation' });
  const details = Buffer.from(body).toString('utf8').trim();
  if (details !== '') record.details = details;
  return record;
}

export const webRecord = defineRecords({
  RequestFailed: {
    id: 'WebCmdletWebResponseException',
    category: 'InvalidOperation',
    exception: 'System.Net.Http.HttpRequestException',
    text: '{0}',
  },
  CertificateRefused: {
    id: 'WebCmdletWebResponseException',
    category: 'InvalidOperation',
    exception: 'System.Net.Http.HttpRequestException',
    text: 'The SSL connection could not be established, see inner exception.',
  },
  SchemeNotSupported: {
    id: 'WebCmdletIEDomNotSupportedException',
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: "The '{0}' scheme is not supported.",
  },
  TimedOut: {
    id: 'OperationTimeoutReached',
    category: 'OperationTimeout',
    exception: 'System.Threading.Tasks.TaskCanceledException',
    text: 'The request was canceled due to the configured HttpClient.Timeout of {0} seconds elapsing.',
  },
  InsecureRedirection: {
    id: 'InsecureRedirection',
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'Cannot follow an insecure redirection by default. Reissue the command specifying the -AllowInsecureRedirect switch.',
  },
  UnencryptedAuthentication: {
    id: 'WebCmdletAllowUnencryptedAuthenticationRequiredException',
    category: 'InvalidOperation',
    exception: 'System.Security.SecurityException',
    text: 'The cmdlet cannot protect plain text secrets sent over unencrypted connections. To suppress this warning and send plain text secrets over unencrypted networks, reissue the command specifying the AllowUnencryptedAuthentication parameter.',
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
});
