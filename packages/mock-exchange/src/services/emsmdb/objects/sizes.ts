import type { StoredProperty } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { sizeOfMessage } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';

type IsCounted = (message: Message) => boolean;

/** What each size is of. */
const counted: readonly (readonly [tag: PropertyTag, isCounted: IsCounted])[] = [
  [pidTag.messageSizeExtended, () => true],
  [pidTag.normalMessageSizeExtended, ({ associated }) => !associated],
  [pidTag.assocMessageSizeExtended, ({ associated }) => associated],
];

const sumOf = (messages: readonly Message[], isCounted: IsCounted): number =>
  messages.filter(isCounted).reduce((total, message) => total + sizeOfMessage(message), 0);

/** What messages take up, all of them and by kind. They are read when a size is looked at, not before. [MS-OXCFOLD] 2.2.2.2.1.8 */
export const sizesOf = (messages: () => readonly Message[]): StoredProperty[] =>
  counted.map(([tag, isCounted]) => ({
    tag,
    get value() {
      return BigInt(sumOf(messages(), isCounted));
    },
  }));
