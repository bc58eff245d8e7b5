import { DotnetError, type DotnetExceptionType } from '../../dotnet/dotnet-error.ts';
import { FileError, type FileFailure } from '../../host/files.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { ErrorRecord, ExceptionValue } from '../../runtime/values/error-record.ts';

interface Failure {
  /** Without `System.`. */
  readonly exception: DotnetExceptionType;
  readonly text: (path: string, message: string) => string;
  /** How the ids of the original's errors end. */
  readonly id: string;
  readonly category?: string;
}

const denied: Failure = {
  exception: 'UnauthorizedAccessException',
  text: (path) => `Access to the path '${path}' is denied.`,
  id: 'UnauthorizedAccessError',
  category: 'PermissionDenied',
};

const input = (text: Failure['text']): Failure => ({ exception: 'IO.IOException', text, id: 'IOError' });

/** What .NET says where a call of the system failed. */
const failures: Readonly<Record<FileFailure, Failure>> = {
  NotFound: {
    exception: 'IO.FileNotFoundException',
    text: (path) => `Could not find file '${path}'.`,
    id: 'FileNotFoundError',
    category: 'ObjectNotFound',
  },
  FolderNotFound: {
    exception: 'IO.DirectoryNotFoundException',
    text: (path) => `Could not find a part of the path '${path}'.`,
    id: 'DirectoryNotFoundError',
    category: 'ObjectNotFound',
  },
  Denied: denied,
  IsFolder: denied,
  Exists: input((path) => `The file '${path}' already exists.`),
  NotFolder: input((path) => `The directory name is invalid. : '${path}'`),
  NotEmpty: input((path) => `Directory not empty : '${path}'`),
  Other: input((path, message) => `${message} : '${path}'`),
};

export interface FileOperation {
  /** The beginning of the error's id: `GetContentReader`. */
  readonly operation: string;
  /** The category of what is no matter of rights. */
  readonly category: string;
  /** The operation is the whole id, and its category that of all that can fail. */
  readonly wholeId?: boolean;
  /** The error names no target. */
  readonly untargeted?: boolean;
}

/** Opening a file that a cmdlet reads or writes as a whole. Source: PathUtils.MasterStreamOpen. */
export const fileOpening: FileOperation = {
  operation: 'FileOpenFailure',
  category: 'OpenError',
  wholeId: true,
  untargeted: true,
};

/** What .NET throws for a failed call. */
function dotnetFailure({ failure, path, message }: FileError): DotnetError {
  const { exception, text } = failures[failure];
  return new DotnetError(exception, text(path, message));
}

/** The record of a failed call on behalf of an operation of the provider. */
export function fileRecord(error: FileError, failed: FileOperation): ErrorRecord {
  const { operation, category, wholeId, untargeted } = failed;
  const { id, category: own } = failures[error.failure];
  const { exceptionType, message } = dotnetFailure(error);
  const exception = new ExceptionValue(exceptionType, message);
  const target = untargeted ? null : error.path;
  if (wholeId) return new ErrorRecord({ exception, id: operation, category, target });
  return new ErrorRecord({ exception, id: operation + id, category: own ?? category, target });
}

/** Runs calls of the port; what fails is the operation's error. */
export function inOperation<T>(operation: FileOperation, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof FileError ? new ScriptError(fileRecord(error, operation)) : error;
  }
}

/** Runs calls of the port on behalf of a .NET method; what fails is the exception that .NET throws. */
export function withDotnetErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof FileError ? dotnetFailure(error) : error;
  }
}
