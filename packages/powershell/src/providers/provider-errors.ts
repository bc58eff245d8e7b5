import { defineRecords } from './define-records.ts';

const notFound = { category: 'ObjectNotFound', exception: 'Management.ItemNotFoundException' } as const;
const notSupported = { category: 'NotImplemented', exception: 'Management.PSNotSupportedException' } as const;

/** What goes wrong with paths, drives and items, in the original's words. Source: SessionStateStrings.resx. */
export const providerRecord = defineRecords({
  CredentialsNotSupported: {
    ...notSupported,
    id: 'NotSupported',
    text: 'The FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.',
  },
  PathNotFound: { ...notFound, text: "Cannot find path '{0}' because it does not exist." },
  ItemNotFound: {
    ...notFound,
    text: 'An object at the specified path {0} does not exist, or has been filtered by the -Include or -Exclude parameter.',
  },
  ItemExists: {
    category: 'ResourceExists',
    exception: 'Management.PSArgumentException',
    text: "The item at path '{0}' already exists.",
  },
  DriveNotFound: {
    category: 'ObjectNotFound',
    exception: 'Management.DriveNotFoundException',
    text: "Cannot find drive. A drive with the name '{0}' does not exist.",
  },
  ProviderNotFound: {
    category: 'ObjectNotFound',
    exception: 'Management.ProviderNotFoundException',
    text: "Cannot find a provider with the name '{0}'.",
  },
  DriveAlreadyExists: {
    category: 'ResourceExists',
    exception: 'Management.SessionStateException',
    text: "A drive with the name '{0}' already exists.",
  },
  DriveInUse: {
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: "Cannot remove drive '{0}' because it is in use.",
  },
  DriveRootError: {
    category: 'ReadError',
    exception: 'System.IO.IOException',
    text: 'The specified drive root "{0}" either does not exist, or it is not a folder.',
  },
  NotSupported: {
    ...notSupported,
    text: 'Cannot call method. The provider does not support the use of this operation.',
  },
  PropertiesNotSupported: {
    ...notSupported,
    id: 'NotSupported',
    text: 'Cannot use interface. The IDynamicPropertyCmdletProvider interface is not implemented by this provider.',
  },
  NoFiles: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to files.',
  },
  InvalidPath: {
    id: 'Argument',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: 'Cannot process argument because the value of argument "{0}" is not valid. Change the value of the "{0}" argument and run the operation again.',
  },
  NoQualifier: {
    id: 'ParsePathFormatError',
    category: 'InvalidArgument',
    exception: 'System.FormatException',
    text: "Cannot parse path because path '{0}' does not have a qualifier specified.",
  },
  StackNotFound: {
    id: 'Argument',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: "Cannot find location stack '{0}'. It does not exist or it is not a container.",
  },
  LocationHistoryEmpty: {
    id: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'There is no location history left to navigate {0}.',
  },
  PathResolvedToMultiple: {
    id: 'Argument',
    category: 'InvalidArgument',
    exception: 'Management.PSArgumentException',
    text: "Cannot set the location because path '{0}' resolved to multiple containers. You can only set the location to a single container at a time.",
  },
  NullPath: {
    id: 'NullPathNotPermitted',
    category: 'InvalidArgument',
    exception: 'System.ArgumentNullException',
    text: "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
  },
});
