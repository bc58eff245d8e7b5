/** True for the entries of a folder that is a Maildir. */
export const isMaildir = (names: readonly string[]): boolean => names.includes('cur') && names.includes('new');

/** What the end of a message's name says. */
export function maildirFlags(name: string): { seen: boolean; flagged: boolean; trashed: boolean } {
  const flags = /:2,([A-Za-z]*)$/.exec(name)?.[1] ?? '';
  return { seen: flags.includes('S'), flagged: flags.includes('F'), trashed: flags.includes('T') };
}

/** The folder that a subfolder of a Maildir stands for (`.Projects.Alpha`), or undefined for other entries. Maildir++ */
export function maildirFolder(name: string): string[] | undefined {
  if (!name.startsWith('.') || name.length < 2) return undefined;
  return name.slice(1).split('.').map(decodeFolderName);
}

/** Names that are not ASCII are written in the UTF-7 of IMAP. RFC 3501 5.1.3 */
export const decodeFolderName = (name: string): string =>
  name.replaceAll(/&([A-Za-z0-9+,]*)-/g, (_, base64: string) => {
    if (base64 === '') return '&';
    return Buffer.from(base64.replaceAll(',', '/'), 'base64').swap16().toString('utf16le');
  });
