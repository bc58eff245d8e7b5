import { pidTag } from '@cutover/wire/properties';
import { restriction } from '@cutover/wire/rop';
import type { FolderRule } from '../store/folder-row.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';
import { conditionOf } from '../services/emsmdb/objects/folder-rules.ts';
import { fulfils } from '../services/emsmdb/objects/fulfils.ts';
import { namesOf } from '../services/emsmdb/objects/kept-restriction.ts';
import { messageBag } from '../services/emsmdb/objects/message-bag.ts';
import { actionsOf, type RuleAction } from '../services/emsmdb/objects/rule-actions.ts';

/** Of 8-bit texts in conditions, whose session is long gone. */
const codePage = 1252;

/** [MS-OXORULE] 2.2.1.3.1.3 */
const ruleState = { enabled: 0x01, onlyWhenOutOfOffice: 0x04, exitLevel: 0x10 } as const;

function numberOf({ properties }: FolderRule, tag: number): number {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? Number(property.value) : 0;
}

/** Nobody is out of office here. */
const isActive = (rule: FolderRule): boolean =>
  (numberOf(rule, pidTag.ruleState) & (ruleState.enabled | ruleState.onlyWhenOutOfOffice)) === ruleState.enabled;

const isLast = (rule: FolderRule): boolean => (numberOf(rule, pidTag.ruleState) & ruleState.exitLevel) !== 0;

function isMeant(rule: FolderRule, mailbox: Mailbox, message: Message): boolean {
  const condition = conditionOf(rule);
  if (condition === undefined) return true;
  const names = namesOf(rule.names);
  return fulfils(restriction.decode(condition), messageBag(mailbox, message), { names, codePage });
}

type Effects = {
  readonly [K in RuleAction['kind']]: (mailbox: Mailbox, id: number, action: never) => Message | undefined;
};

/** What becomes of the message: undefined if it is gone. A folder that is gone takes nothing. */
const effects: Effects = {
  move: (mailbox, id, { folderId }: Extract<RuleAction, { kind: 'move' | 'copy' }>) =>
    mailbox.folder(folderId.counter) === undefined ? mailbox.message(id) : mailbox.moveMessage(id, folderId.counter),
  copy: (mailbox, id, { folderId }: Extract<RuleAction, { kind: 'move' | 'copy' }>) => {
    if (mailbox.folder(folderId.counter) !== undefined) mailbox.copyMessage(id, folderId.counter);
    return mailbox.message(id);
  },
  tag: (mailbox, id, { property }: Extract<RuleAction, { kind: 'tag' }>) => mailbox.edit(id, { set: [property] }),
  markAsRead: (mailbox, id) => mailbox.markRead(id, { read: true }),
  delete: (mailbox, id) => {
    mailbox.deleteMessage(id);
    return undefined;
  },
};

/** Does with a message that came into a folder what the folder's rules say. [MS-OXORULE] 3.2.1.2 */
export function applyRules(mailbox: Mailbox, received: Message): Message | undefined {
  const { rules = [] } = mailbox.folder(received.folderId)!;
  const inOrder = rules
    .filter(isActive)
    .toSorted((one, other) => numberOf(one, pidTag.ruleSequence) - numberOf(other, pidTag.ruleSequence));
  let message: Message | undefined = received;
  for (const rule of inOrder) {
    if (!isMeant(rule, mailbox, message)) continue;
    for (const action of actionsOf(rule)) {
      message = effects[action.kind](mailbox, message.id, action as never);
      if (message === undefined) return undefined;
    }
    if (isLast(rule)) return message;
  }
  return message;
}
