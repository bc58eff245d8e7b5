/** A user account of the organisation's domain. */
export interface Account {
  /** NetBIOS domain name, e.g. CONTOSO. */
  readonly domain: string;
  /** sAMAccountName, e.g. administrator. */
  readonly userName: string;
  readonly userPrincipalName: string;
  readonly password: string;
  /** legacyExchangeDN of the mailbox that the account owns, if it has one. */
  readonly legacyExchangeDN?: string;
}
