import { defineRecords } from '../../providers/define-records.ts';

const exception = 'Microsoft.PowerShell.Commands.ProcessCommandException';

export const processRecord = defineRecords({
  NoProcesses: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to processes.',
  },
  NoProcessFoundForGivenName: {
    category: 'ObjectNotFound',
    exception,
    text: 'Cannot find a process with the name "{0}". Verify the process name and call the cmdlet again.',
  },
  NoProcessFoundForGivenId: {
    category: 'ObjectNotFound',
    exception,
    text: 'Cannot find a process with the process identifier {0}.',
  },
  RecommendIdTagForGivenName: {
    category: 'ObjectNotFound',
    exception,
    text: 'Cannot find a process with the name "{0}". Try running with -Id to search by Id of processes.',
  },
  CouldNotStopProcess: {
    category: 'CloseError',
    exception,
    text: 'Cannot stop process "{0} ({1})" because of the following error: {2}',
  },
  ProcessNotTerminated: {
    category: 'CloseError',
    exception: 'System.TimeoutException',
    text: 'This command stopped operation because process "{0} ({1})" is not stopped in the specified time-out.',
  },
  WaitOnItself: {
    category: 'ObjectNotFound',
    exception,
    text: 'This command stopped operation because it cannot wait on itself. Specify another process and Run your command again.',
  },
});
