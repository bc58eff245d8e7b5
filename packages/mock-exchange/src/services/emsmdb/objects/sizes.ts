import type { StoredProperty } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { sizeOfMessage } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';

const lazy = (tag: PropertyTag, size: () => number): StoredProperty => ({
  tag,
  get value() {
    return BigInt(size());
  },
});

/** What messages take up, all of them and by kind. They are read when a size is looked at, not before. [MS-OXCFOLD] 2.2.2.2.1.8 */
export function sizesOf(messages: () => readonly Message[]): StoredProperty[] {
  const sum = (isCounted: (message: Message) => boolean) => (): number =>
    messages()
      .filter(isCounted)
      .reduce((total, message) => total + sizeOfMessage(message), 0);
  return [
    lazy(
      pidTag.messageSizeExtended,
      sum(() => true),
    ),
    lazy(
      pidTag.normalMessageSizeExtended,
      sum(({ associated }) => !associated),
    ),
    lazy(
      pidTag.assocMessageSizeExtended,
      sum(({ associated }) => associated),
    ),
  ];
}
