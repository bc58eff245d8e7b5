import { netError } from '../errors/script-error.ts';

/** What stands for syntax that the original knows and this runtime does not: an error that names it, when it runs. */
export const refused = (what: string) => (): never => {
  throw netError('System.NotSupportedException', `${what} is not supported yet.`);
};
