import type { MessageContent } from '@cutover/content';
import type { Lineage } from './lineage.ts';

/** What one reader of public folders did with a message. */
export type ReadMark = Pick<Message, 'read' | 'readChangeNumber'>;

/** A message as it is at one moment; a change makes a new object, so a kept one is a snapshot. */
export interface Message {
  /** 48-bit counter of the message id; the replica id is always 1. Never used again after a delete. */
  readonly id: number;
  readonly folderId: number;
  /** True for folder-associated information: views, rules, settings. */
  readonly associated: boolean;
  readonly changeNumber: number;
  /** Changes with the read flag alone. */
  readonly readChangeNumber: number;
  readonly read: boolean;
  /** In public folders: who read it, or marked it as unread again, by legacyExchangeDN in lower case. */
  readonly readers?: ReadonlyMap<string, ReadMark>;
  /** 0E06 as FILETIME; sorting by delivery needs no content. */
  readonly deliveredAt: bigint;
  /** 3008 as FILETIME. */
  readonly modifiedAt: bigint;
  /** Of a message whose last change, or an earlier one, was uploaded. */
  readonly lineage?: Lineage;
  /**
   * Properties, recipients and attachments. May be made anew at each call: take it once, use it, let it go.
   * 0E07 agrees with `read`; what the store computes (65E0 to 65E3, 0E08, 3008, 0E1B, 0E06, 674A, 67A4) is not in it.
   */
  content(): MessageContent;
}
