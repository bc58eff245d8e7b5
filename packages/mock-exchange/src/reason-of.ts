/** What Node's codes mean, as the end of a sentence. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'that is not allowed',
  EADDRINUSE: 'somebody listens there already',
  EADDRNOTAVAIL: 'this machine does not have the address',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of its path is a file',
  ENOTFOUND: 'the name leads nowhere',
  EPERM: 'that is not allowed',
};

/** Why something failed, in words; those of the error itself where it has no code that is known. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error ? reasons[String(error.code)] : undefined) ?? error.message;
}
