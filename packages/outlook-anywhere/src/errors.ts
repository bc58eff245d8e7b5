import { defineErrors } from '@cutover/base';
import { remedies } from './remedies.ts';

interface Proxy {
  /** Public name of the RPC proxy. */
  proxy: string;
}
interface Certificate extends Proxy {
  subject: string;
  issuer: string;
}
interface Endpoint extends Proxy {
  /** The server behind the proxy, as in the URL. */
  server: string;
  port: number;
}

const hex = (code: number): string => `0x${(code >>> 0).toString(16)}`;

/** Everything that can go wrong between this client and an Exchange organisation, by the step that failed, with what to do. */
export const errors = defineErrors('outlookAnywhere', {
  autodiscoverFailed: {
    category: 'ObjectNotFound',
    message: ({ emailAddress, attempts }: { emailAddress: string; attempts: readonly string[] }) =>
      `Autodiscover found no settings for ${emailAddress} (${attempts.join(' ')}). ${remedies.autodiscoverFailed}`,
  },
  autodiscoverNotThere: {
    category: 'ObjectNotFound',
    message: ({ url, status, reason }: { url: string; status: number; reason: string }) =>
      `There is no Autodiscover service at ${url}: HTTP ${status} ${reason}.`,
  },
  autodiscoverUnreadable: {
    category: 'InvalidData',
    message: ({ url, reason }: { url: string; reason: string }) =>
      `What ${url} answered is no answer of Autodiscover: ${reason}.`,
  },
  autodiscoverAnswered: {
    category: 'InvalidResult',
    message: ({ url, code, message }: { url: string; code: number; message: string }) =>
      `The Autodiscover service ${url} answered the error ${code}: ${message}`,
  },
  outlookAnywhereOff: {
    category: 'ResourceUnavailable',
    message: ({ url }: { url: string }) =>
      `The Autodiscover service ${url} knows the mailbox, but names no RPC proxy for it. ${remedies.outlookAnywhereOff}`,
  },
  signInRefused: {
    category: 'AuthenticationError',
    message: ({ url, userName }: { url: string; userName: string }) =>
      `${url} refused the credentials of ${userName} (HTTP 401).`,
  },
  redirectionRefused: {
    category: 'SecurityError',
    message: ({ url, to, reason }: { url: string; to: string; reason: string }) =>
      `${url} said to go to ${to}, which was not done: ${reason}.`,
  },
  askedAlready: {
    category: 'InvalidResult',
    message: ({ url, emailAddress }: { url: string; emailAddress: string }) =>
      `${url} has been asked for ${emailAddress} already.`,
  },
  noServiceRecord: {
    category: 'ObjectNotFound',
    message: ({ name }: { name: string }) => `There is no SRV record ${name}.`,
  },
  answerTimedOut: {
    category: 'OperationTimeout',
    retry: true,
    message: ({ proxy, port, ms }: Proxy & { port: number; ms: number }) =>
      `${proxy}:${port} didn't answer within ${ms} ms. ${remedies.answerTimedOut}`,
  },
  testTimedOut: {
    category: 'OperationTimeout',
    retry: true,
    message: ({ ms }: { ms: number }) => `The test wasn't done within ${ms} ms. ${remedies.testTimedOut}`,
  },
  invalidOption: {
    category: 'InvalidArgument',
    message: ({ option, reason }: { option: string; reason: string }) => `The option ${option} ${reason}.`,
  },
  hostNotFound: {
    category: 'ObjectNotFound',
    message: ({ proxy }: Proxy) => `The host name ${proxy} couldn't be resolved in DNS. ${remedies.hostNotFound}`,
  },
  connectFailed: {
    category: 'ConnectionError',
    retry: true,
    message: ({ proxy, port, reason }: Proxy & { port: number; reason: string }) =>
      `TCP port ${port} on host ${proxy} isn't listening or isn't accessible (${reason}). ${remedies.connectFailed}`,
  },
  connectTimedOut: {
    category: 'OperationTimeout',
    retry: true,
    message: ({ proxy, port, ms }: Proxy & { port: number; ms: number }) =>
      `Host ${proxy} didn't accept a connection on port ${port} within ${ms} ms. ${remedies.connectTimedOut}`,
  },
  tlsFailed: {
    category: 'SecurityError',
    message: ({ proxy, reason }: Proxy & { reason: string }) =>
      `The SSL handshake with ${proxy} failed (${reason}). ${remedies.tlsFailed}`,
  },
  certificateNotTrusted: {
    category: 'SecurityError',
    message: ({ proxy, subject, issuer, reason }: Certificate & { reason: string }) =>
      `The SSL certificate of ${proxy} (${subject}, issued by ${issuer}) doesn't chain to a trusted authority: ${reason}. ${remedies.certificateNotTrusted}`,
  },
  certificateNameMismatch: {
    category: 'SecurityError',
    message: ({ proxy, subject, hosts }: Certificate & { hosts: readonly string[] }) =>
      `The SSL certificate (${subject}) isn't for the name ${proxy}, but for ${hosts.join(', ') || 'no host'}. ${remedies.certificateNameMismatch}`,
  },
  certificateExpired: {
    category: 'SecurityError',
    message: ({ proxy, subject, reason }: Certificate & { reason: string }) =>
      `The SSL certificate of ${proxy} (${subject}) ${reason}. ${remedies.certificateExpired}`,
  },
  principalMismatch: {
    category: 'SecurityError',
    message: ({ principal, subject, hosts }: { principal: string; subject: string; hosts: readonly string[] }) =>
      `Autodiscover tells the principal name ${principal}, which the SSL certificate (${subject}) doesn't have; it is for ${hosts.join(', ') || 'no host'}. ${remedies.principalMismatch}`,
  },
  authenticationFailed: {
    category: 'AuthenticationError',
    message: ({ proxy, scheme, userName }: Proxy & { scheme: string; userName: string }) =>
      `${proxy} refused the credentials of ${userName} with ${scheme} authentication (HTTP 401). ${remedies.authenticationFailed}`,
  },
  authenticationNotOffered: {
    category: 'AuthenticationError',
    message: ({ proxy, scheme, offered }: Proxy & { scheme: string; offered: readonly string[] }) =>
      `${proxy} doesn't offer ${scheme} authentication; it offers ${offered.join(', ') || 'none'}. ${remedies.authenticationNotOffered}`,
  },
  accessForbidden: {
    category: 'PermissionDenied',
    message: ({ proxy }: Proxy) =>
      `${proxy} refused access to the /rpc virtual directory (HTTP 403). ${remedies.accessForbidden}`,
  },
  rpcProxyNotFound: {
    category: 'ObjectNotFound',
    message: ({ proxy }: Proxy) =>
      `${proxy} has no RPC proxy at /rpc/rpcproxy.dll (HTTP 404). ${remedies.rpcProxyNotFound}`,
  },
  httpFailed: {
    category: 'ProtocolError',
    message: ({ proxy, status, reason }: Proxy & { status: number; reason: string }) =>
      `${proxy} answered HTTP ${status} ${reason} instead of an RPC connection. ${remedies.httpFailed}`,
  },
  notHttp: {
    category: 'ProtocolError',
    message: ({ proxy, reason }: Proxy & { reason: string }) => `What ${proxy} answered is no HTTP: ${reason}.`,
  },
  rpcServerUnavailable: {
    category: 'ResourceUnavailable',
    retry: true,
    message: ({ proxy, server, port, code }: Endpoint & { code: number }) =>
      `The RPC proxy ${proxy} can't reach ${server}:${port}: RPC Error ${hex(code)}${code === 0x6ba ? ' (RPC_S_SERVER_UNAVAILABLE)' : ''}. ${remedies.rpcServerUnavailable}`,
  },
  protocolViolation: {
    category: 'ProtocolError',
    message: ({ server, port, reason }: { server: string; port: number; reason: string }) =>
      `What ${server}:${port} sent breaks the protocol: ${reason}.`,
  },
  handshakeTimedOut: {
    category: 'OperationTimeout',
    retry: true,
    message: ({ proxy, server, port, ms }: Endpoint & { ms: number }) =>
      `The RPC connection through ${proxy} to ${server}:${port} wasn't ready within ${ms} ms. ${remedies.handshakeTimedOut}`,
  },
  bindRejected: {
    category: 'ProtocolError',
    message: ({ server, port, name, reason }: { server: string; port: number; name: string; reason: string }) =>
      `${server}:${port} doesn't serve ${name}: ${reason}.`,
  },
  rpcFault: {
    category: 'ProtocolError',
    message: ({ operation, status }: { operation: string; status: number }) =>
      `${operation} ended in the RPC fault ${hex(status)}.`,
  },
  rpcAccessDenied: {
    category: 'PermissionDenied',
    message: ({ operation }: { operation: string }) =>
      `${operation} was refused: access denied (5). ${remedies.rpcAccessDenied}`,
  },
  connectionLost: {
    category: 'ConnectionError',
    retry: true,
    message: ({ server, port, reason }: { server: string; port: number; reason: string }) =>
      `The connection to ${server}:${port} was lost: ${reason}.`,
  },
  callTimedOut: {
    category: 'OperationTimeout',
    retry: true,
    message: ({ operation, ms }: { operation: string; ms: number }) => `${operation} wasn't answered within ${ms} ms.`,
  },
  closed: {
    category: 'InvalidOperation',
    message: ({ what }: { what: string }) => `The ${what} is closed.`,
  },
  callInProgress: {
    category: 'InvalidOperation',
    message: ({ operation }: { operation: string }) =>
      `${operation} was called while another call of the same mailbox was under way; make one call at a time.`,
  },
  directoryFailed: {
    category: 'ReadError',
    message: ({ operation, result }: { operation: string; result: number }) =>
      `The address book answered ${operation} with ${hex(result)}.`,
  },
  nameNotResolved: {
    category: 'ObjectNotFound',
    message: ({ name, server }: { name: string; server: string }) =>
      `The name ${name} can't be matched to one entry of the address list on ${server}. ${remedies.nameNotResolved}`,
  },
  mailboxAccessDenied: {
    category: 'PermissionDenied',
    message: ({ mailbox }: { mailbox: string }) =>
      `The account has no right to open the mailbox ${mailbox}. ${remedies.mailboxAccessDenied}`,
  },
  mailboxNotFound: {
    category: 'ObjectNotFound',
    message: ({ mailbox }: { mailbox: string }) => `The mailbox ${mailbox} doesn't exist on this server.`,
  },
  mailboxDisabled: {
    category: 'ResourceUnavailable',
    message: ({ mailbox }: { mailbox: string }) => `The mailbox ${mailbox} is disabled.`,
  },
  mailboxElsewhere: {
    category: 'ObjectNotFound',
    message: ({ mailbox, homeServer }: { mailbox: string; homeServer: string }) =>
      `The mailbox ${mailbox} lies on another server, ${homeServer}. Connect to that one.`,
  },
  logonFailed: {
    category: 'OpenError',
    message: ({ mailbox, code }: { mailbox: string; code: number }) =>
      `The mailbox ${mailbox} couldn't be opened: ${hex(code)}.`,
  },
  ropFailed: {
    category: 'ReadError',
    message: ({ operation, code }: { operation: string; code: number }) => `${operation} failed with ${hex(code)}.`,
  },
  folderNotFound: {
    category: 'ObjectNotFound',
    message: ({ folder }: { folder: string }) => `The folder ${folder} is no longer in the mailbox.`,
  },
  stateOfAnother: {
    category: 'InvalidData',
    message: ({ mailbox }: { mailbox: string }) =>
      `The mailbox ${mailbox} is not the one that was read before: it was moved to another database, or made anew.`,
  },
  serverBusy: {
    category: 'ResourceBusy',
    retry: true,
    message: ({ operation, answers }: { operation: string; answers: number }) =>
      `${operation} was answered with "busy" ${answers} times in a row.`,
  },
  streamBroken: {
    category: 'InvalidData',
    retry: true,
    message: ({ reason }: { reason: string }) =>
      `The server broke the transfer off: ${reason}. Go on from the last stored state.`,
  },
  streamInvalid: {
    category: 'InvalidData',
    message: ({ reason, offset }: { reason: string; offset: number }) =>
      `The transferred stream breaks the FastTransfer grammar at byte ${offset}: ${reason}.`,
  },
  valueTooLarge: {
    category: 'LimitsExceeded',
    message: ({ tag, length, limit }: { tag: number; length: number; limit: number }) =>
      `The property ${hex(tag)} has ${length} bytes, more than the ${limit} that are taken into memory. Read the item's content in chunks.`,
  },
  itemUnreadable: {
    category: 'ReadError',
    message: ({ id, code }: { id?: string | undefined; code: number }) =>
      `The server couldn't read the item ${id ?? '(unknown)'}: ${hex(code)}.`,
  },
  contentPassed: {
    category: 'InvalidOperation',
    message: ({ id }: { id: string }) =>
      `The content of the item ${id} can't be read any more: the sync has gone on to the next change.`,
  },
  stateInvalid: {
    category: 'InvalidArgument',
    message: ({ reason }: { reason: string }) => `This is no state of an earlier sync: ${reason}.`,
  },
});
