import { isSdkError } from '@cutover/base';

/** A missing object ends the call for this object alone: the pipeline goes on with the next, as in Exchange. */
export const isNonTerminating = (error: unknown): boolean =>
  isSdkError(error) && error.category === 'ObjectNotFound' && error.code !== 'core.unknownCmdlet';
