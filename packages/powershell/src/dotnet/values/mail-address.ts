import { argumentError, formatError } from '../dotnet-error.ts';

const atom = String.raw`[\w!#$%&'*+/=?^\x60{|}~.\-\u0080-\uffff]+`;
const addressPattern = new RegExp(`^(${atom}|"(?:[^"\\\\]|\\\\.)*")@(${atom}|\\[[^\\]]*\\])$`);
const namedPattern = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^"<>]*?))\s*<([^<>]*)>\s*$/;

/** System.Net.Mail.MailAddress: `user@host`, or `name <user@host>`. */
export class MailAddress {
  readonly displayName: string;
  readonly user: string;
  readonly host: string;

  constructor(text: string, displayName?: string) {
    if (text === '') throw argumentError('The value cannot be an empty string.', 'address');
    const [, quoted, plain, bracketed] = namedPattern.exec(text) ?? [];
    const [, user, host] = addressPattern.exec((bracketed ?? text).trim()) ?? [];
    if (user === undefined || host === undefined || /^\.|\.\.|\.$/.test(user)) {
      throw formatError('The specified string is not in the form required for an e-mail address.');
    }
    this.displayName = displayName ?? (quoted ?? plain ?? '').replace(/\\(.)/g, '$1');
    this.user = user;
    this.host = host;
  }

  get address(): string {
    return `${this.user}@${this.host}`;
  }

  toString(): string {
    return this.displayName === '' ? this.address : `"${this.displayName.replaceAll('"', '\\"')}" <${this.address}>`;
  }
}
