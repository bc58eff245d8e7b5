import type { SecureString } from './secure-string.ts';

/** A user's name with a password. Source: System.Management.Automation.PSCredential. */
export class Credential {
  readonly typeName = 'System.Management.Automation.PSCredential';
  /** Null for the empty credential alone. */
  readonly userName: string | null;
  readonly password: SecureString;

  constructor(userName: string | null, password: SecureString) {
    this.userName = userName;
    this.password = password;
  }

  text(): string {
    return this.typeName;
  }
}

/** Source: System.Net.NetworkCredential. */
export class NetworkCredential {
  readonly typeName = 'System.Net.NetworkCredential';
  userName: string;
  domain: string;
  password: SecureString;

  constructor(userName: string, password: SecureString, domain = '') {
    this.userName = userName;
    this.password = password;
    this.domain = domain;
  }

  text(): string {
    return this.typeName;
  }
}

/** `DOMAIN\user` as both parts; `user@domain` stays the user's name. Source: PSCredential.SplitUserDomain. */
export function toNetworkCredential({ userName, password }: Credential): NetworkCredential | null {
  if (userName === null) return null;
  const parts = userName.split('\\');
  const [domain = '', user = ''] = parts;
  return parts.length === 2 ? new NetworkCredential(user, password, domain) : new NetworkCredential(userName, password);
}
