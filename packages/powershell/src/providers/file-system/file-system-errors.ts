import { defineRecords } from '../define-records.ts';

const io = { category: 'WriteError', exception: 'System.IO.IOException' } as const;

/** Source: FileSystemProviderStrings.resx. */
export const fileSystemRecord = defineRecords({
  DirectoryExist: {
    category: 'ResourceExists',
    exception: 'System.IO.IOException',
    text: 'An item with the specified name {0} already exists.',
  },
  DirectoryNotEmpty: {
    ...io,
    text: 'Directory {0} cannot be removed because it is not empty.',
  },
  SymlinkItemExists: {
    category: 'ResourceExists',
    exception: 'System.IO.IOException',
    text: 'Cannot create link because the path already exists: {0}.',
  },
  UnknownType: {
    id: 'Argument',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: 'The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be specified.',
  },
  TargetExists: { ...io, id: 'RenameItemIOError', text: "The file '{0}' already exists." },
  MoveTargetExists: { ...io, id: 'MoveFileInfoItemIOError', text: "The file '{0}' already exists." },
  NoClobber: { category: 'ResourceExists', exception: 'System.IO.IOException', text: "The file '{0}' already exists." },
  CopyError: { ...io, text: 'Cannot overwrite the item {0} with itself.' },
  CopyContainerToLeaf: {
    id: 'CopyContainerItemToLeafError',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: 'Container cannot be copied onto existing leaf item.',
  },
  CopyContainerToExistingLeaf: {
    id: 'CopyDirectoryInfoItemIOError',
    ...io,
    text: "The file '{0}' already exists.",
  },
  GetContainerContent: {
    id: 'GetContainerContentException',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Unable to get content because it is a directory: '{0}'. Please use 'Get-ChildItem' instead.",
  },
  WriteContainerContent: {
    id: 'WriteContainerContentException',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Unable to write content because it is a directory: '{0}'.",
  },
  ClearDirectoryContent: {
    category: 'InvalidOperation',
    exception: 'Management.PSNotSupportedException',
    text: "Unable to clear content of '{0}' because it is a directory. Clear-Content is only supported on files.",
  },
  ByteEncoding: {
    id: 'GetContentWriterArgumentError',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: 'Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.',
  },
  Delimiter: {
    id: 'GetContentReaderArgumentError',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: 'A delimiter cannot be specified when reading the stream one byte at a time.',
  },
  RawWithOthers: {
    id: 'NoFirstLastWaitForRaw',
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "The '{0}' and '{1}' parameters cannot be specified in the same command.",
  },
  CannotClearProperty: {
    id: 'NotSupported',
    category: 'InvalidOperation',
    exception: 'Management.PSNotSupportedException',
    text: 'The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared.',
  },
  PropertyNotFound: {
    id: 'SetPropertyError',
    category: 'ObjectNotFound',
    exception: 'System.IO.IOException',
    text: 'The property {0} does not exist or was not found.',
  },
});
