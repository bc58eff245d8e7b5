import type { SkippedItem, SkippedItemKind } from '@cutover/core';
import { remedyFor, type SkippedItem as StoredItem } from '@cutover/migration';
import { dateOf } from './date-of.ts';

const kinds: Readonly<Record<StoredItem['kind'], SkippedItemKind>> = {
  corrupt: 'BadItem',
  large: 'LargeItem',
  missing: 'MissingItem',
};

/** An item that was left out, as -IncludeSkippedItems lists it; what could not be read of it is empty. */
export function toSkippedItem(item: StoredItem): SkippedItem {
  return {
    Kind: kinds[item.kind],
    FolderName: item.folderName,
    Subject: item.subject ?? '',
    Sender: '',
    Recipient: '',
    DateSent: null,
    DateReceived: dateOf(item.receivedAt),
    MessageSize: item.size ?? null,
    Failure: item.reason,
    ScoringClassifications: item.code,
    Code: item.code,
    Remedy: remedyFor(item.code),
  };
}
