import { imapErrors } from '../errors.ts';

/** What stands between the names of a path. */
export const delimiter = '/';

/** A text in modified UTF-7, as mailbox names are sent. RFC 3501 5.1.3 */
export const encodeName = (name: string): string =>
  name.replaceAll(/&|[^\x20-\x7e]+/g, (part) => (part === '&' ? '&-' : `&${toBase64(part)}-`));

function toBase64(text: string): string {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return bytes.toString('base64').replace(/=+$/, '').replaceAll('/', ',');
}

/** The text behind a name in modified UTF-7; one that is none is refused. */
export function decodeName(encoded: string): string {
  if (/[^\x20-\x7e]/.test(encoded)) throw badName();
  return encoded.replaceAll(/&([^-]*)(-?)/g, (_whole, base64: string, end: string) => {
    if (end === '') throw badName();
    return base64 === '' ? '&' : fromBase64(base64);
  });
}

function fromBase64(base64: string): string {
  if (!/^[A-Za-z0-9+,]+$/.test(base64)) throw badName();
  const bytes = Buffer.from(base64.replaceAll(',', '/'), 'base64');
  if (bytes.length % 2 !== 0) throw badName();
  return bytes.swap16().toString('utf16le');
}

const badName = (): Error => imapErrors.badCommand({ reason: 'Mailbox name is not in modified UTF-7' });

/** The names of a path; the first is INBOX in whatever letters it is written. */
export function parsePath(encoded: string): readonly string[] {
  const names = decodeName(encoded).split(delimiter);
  if (names.at(-1) === '') names.pop();
  return names[0]?.toUpperCase() === 'INBOX' ? ['INBOX', ...names.slice(1)] : names;
}

export const formatPath = (path: readonly string[]): string => encodeName(path.join(delimiter));

/** Whether two paths are the same folder; names are compared as Exchange does, without case. */
export const isSamePath = (left: readonly string[], right: readonly string[]): boolean =>
  left.join('\0').toLowerCase() === right.join('\0').toLowerCase();
