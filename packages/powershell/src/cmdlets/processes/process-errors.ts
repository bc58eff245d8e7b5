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
  NothingOpens: {
    id: 'InvokeItemError',
    category: 'NotSpecified',
    exception: 'System.InvalidOperationException',
    text: "Cannot open '{0}': this machine has no program that opens documents.",
  },
  NoStarter: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to programs.',
  },
  InvalidOperationException: {
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'This command cannot be run due to the error: {0}',
  },
  DuplicateEntry: {
    id: 'InvalidOperationException',
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'This command cannot be run because "{0}" and "{1}" are same. Give different inputs and Run your command again.',
  },
  DirectoryNotFoundException: {
    category: 'InvalidOperation',
    exception: 'System.IO.DirectoryNotFoundException',
    text: 'This command cannot be run because either the parameter "{0}" has a value that is not valid or cannot be used with this command. Give a valid input and Run your command again.',
  },
  FileNotFoundException: {
    category: 'InvalidOperation',
    exception: 'System.IO.FileNotFoundException',
    text: 'This command cannot be run because either the parameter "{0}" has a value that is not valid or cannot be used with this command. Give a valid input and Run your command again.',
  },
  NotOnThisPlatform: {
    id: 'NotSupportedException',
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: "The parameter '{0}' is not supported for the cmdlet '{1}' on this edition of PowerShell.",
  },
});
