/** A mailbox's part in Unified Messaging. Source: Exchange `Get-UMMailbox`. */
export interface UnifiedMessaging {
  readonly policy: string;
  readonly extensions: readonly string[];
}
