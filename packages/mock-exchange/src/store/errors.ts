import { defineErrors } from '@cutover/base';

/** What a mailbox refuses. */
export const storeErrors = defineErrors('store', {
  noSuchFolder: {
    category: 'ObjectNotFound',
    message: ({ id }: { id: number }) => `The mailbox has no folder ${id.toString(16)}.`,
  },
  noSuchMessage: {
    category: 'ObjectNotFound',
    message: ({ id }: { id: number }) => `The mailbox has no message ${id.toString(16)}.`,
  },
  folderExists: {
    category: 'ResourceExists',
    message: ({ name, parent }: { name: string; parent: string }) =>
      `The folder '${parent}' already holds a folder '${name}'. Choose another name.`,
  },
  folderIsFixed: {
    category: 'InvalidOperation',
    message: ({ name }: { name: string }) => `The folder '${name}' belongs to every mailbox and stays where it is.`,
  },
  folderIntoItself: {
    category: 'InvalidOperation',
    message: ({ name }: { name: string }) => `The folder '${name}' cannot be moved below itself.`,
  },
  mailboxExists: {
    category: 'ResourceExists',
    message: ({ owner }: { owner: string }) => `The store already has a mailbox of '${owner}'.`,
  },
});
