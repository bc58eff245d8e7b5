import { defineRecords } from '../../providers/define-records.ts';

const failure = { id: 'TestConnectionException', exception: 'System.Net.NetworkInformation.PingException' } as const;

export const networkRecord = defineRecords({
  NoPingResult: {
    ...failure,
    category: 'ResourceUnavailable',
    text: "Testing connection to computer '{0}' failed: {1}",
  },
  MaxHopsExceeded: {
    ...failure,
    category: 'ConnectionError',
    text: "Cannot complete traceroute to destination '{0}': Number of hops required to reach host exceeds MaxHops ({1}).",
  },
  MtuTimedOut: {
    id: failure.id,
    category: 'ResourceUnavailable',
    exception: 'System.TimeoutException',
    text: '{0}',
  },
  NoEcho: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to echo requests.',
  },
  DnsFailed: {
    id: 'DNS_ERROR_RCODE_NAME_ERROR',
    category: 'ResourceUnavailable',
    exception: 'System.ComponentModel.Win32Exception',
    text: '{0} : {1}',
  },
});
