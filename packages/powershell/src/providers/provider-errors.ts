import { defineRecords } from './define-records.ts';

const notFound = { category: 'ObjectNotFound', exception: 'Management.ItemNotFoundException' } as const;
const notSupported = { category: 'NotImplemented', exception: 'Management.PSNotSupportedException' } as const;

/** What goes wrong with paths, drives and items, in the original's words. Source: SessionStateStrings.resx. */
export const providerRecord = defineRecords({
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
  DriveRootError: {
    category: 'ReadError',
    exception: 'System.IO.IOException',
    text: 'The specified drive root "{0}" either does not exist, or it is not a folder.',
  },
  NotSupported: {
    ...notSupported,
    text: 'Cannot call method. The provider does not support the use of this operation.',
  },
  NoFiles: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to files.',
  },
  NullPath: {
    id: 'NullPathNotPermitted',
    category: 'InvalidArgument',
    exception: 'System.ArgumentNullException',
    text: "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
  },
});
