/** A user name in the two parts that NTLM signs. */
export interface Identity {
  readonly domain: string;
  readonly userName: string;
}

/** Splits `DOMAIN\user`; a user principal name has no domain of its own. [MS-NLMP] 3.1.5.1.2 */
export function parseIdentity(userName: string): Identity {
  const slash = userName.indexOf('\\');
  return slash < 0
    ? { domain: '', userName }
    : { domain: userName.slice(0, slash), userName: userName.slice(slash + 1) };
}
