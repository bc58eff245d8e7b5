import { defineErrors } from '@cutover/base';

const formatNames = { table: 'Table', list: 'List', wide: 'Wide', custom: 'Custom' } as const;

interface ViewContext {
  readonly name: string;
  readonly shape: keyof typeof formatNames;
  readonly typeName: string;
  /** Views of that shape which the type has. */
  readonly known: readonly string[];
}

/** Failures of formatting, with the texts of the original. */
export const formatErrors = defineErrors('format', {
  viewNotFound: {
    category: 'ObjectNotFound',
    message: ({ name, shape, typeName, known }: ViewContext) =>
      known.length > 0
        ? `The view name ${name} cannot be found. Specify one of the following ${formatNames[shape]} views and try again: ${known.join(', ')}.`
        : `The view name ${name} cannot be found. There are no existing ${formatNames[shape]} views for ${typeName} objects.`,
  },
  outOfSequence: {
    category: 'InvalidData',
    message: ({ typeName, command }: { typeName: string; command: string }) =>
      `The object of type "${typeName}" is not valid or not in the correct sequence. This is likely caused by a user-specified "${command}" command which is conflicting with the default formatting.`,
  },
});
