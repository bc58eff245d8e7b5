import type { StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { replaceRows, type RowChange, rowChange, rops } from '@cutover/wire/rop';
import type { FolderRule } from '../../../store/folder-row.ts';
import { editProperties } from '../../../store/message-record.ts';
import { keepRule, openRule } from '../objects/folder-rules.ts';
import { idValue } from '../objects/ids.ts';
import { storedProperty } from '../objects/incoming-value.ts';
import { openFixedTable } from '../objects/live-rows.ts';
import { PropertyBag } from '../objects/property-bag.ts';
import type { FolderObject } from '../objects/server-object.ts';
import { actionsOf } from '../objects/rule-actions.ts';
import { invalidParameter, notFound } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf } from './folder.ts';

const getRulesTable = defineHandler(rops.getRulesTable, (call) => {
  const object = objectOf(call, 'folder');
  const { rules = [] } = folderOf(object);
  const rows = rules.map((rule) => {
    const bag = new PropertyBag(openRule(rule, call.session.names));
    return { bag: () => bag };
  });
  openFixedTable(call, object.logon, { kind: 'rules', rows });
  return {};
});

const valueIn = (properties: readonly StoredProperty[], tag: number): unknown => {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? property.value : undefined;
};

const propertiesIn = ({ session }: RopCall, { values }: RowChange): StoredProperty[] =>
  values.map((value) => storedProperty(value, session)).filter((property) => property !== undefined);

type Rules = readonly FolderRule[];

function ruleIn(rules: Rules, properties: readonly StoredProperty[]): FolderRule {
  const ruleId = valueIn(properties, pidTag.ruleId);
  const rule = rules.find((one) => valueIn(one.properties, pidTag.ruleId) === ruleId);
  if (ruleId === undefined || rule === undefined) throw notFound();
  return rule;
}

/** What a rule must have. [MS-OXORULE] 2.2.1.3.1 */
const neededTags = [pidTag.ruleProvider, pidTag.ruleActions];

function kept(call: RopCall, properties: readonly StoredProperty[]): FolderRule {
  if (neededTags.some((tag) => valueIn(properties, tag) === undefined)) throw invalidParameter();
  const rule = keepRule(properties, call.session.names);
  // Refused as a whole if one of its actions is none that this server does.
  actionsOf(rule);
  return rule;
}

function added(call: RopCall, object: FolderObject, change: RowChange): FolderRule {
  const properties = propertiesIn(call, change);
  if (valueIn(properties, pidTag.ruleId) !== undefined) throw invalidParameter();
  const ruleId = { tag: pidTag.ruleId, value: idValue(object.logon.mailbox.reserveIds(1)) };
  return kept(call, [ruleId, ...properties]);
}

function changed(call: RopCall, object: FolderObject, { rules, change }: { rules: Rules; change: RowChange }): Rules {
  if (change.flags === rowChange.add) return [...rules, added(call, object, change)];
  const set = propertiesIn(call, change);
  const old = ruleIn(rules, set);
  if (change.flags === rowChange.remove) return rules.filter((rule) => rule !== old);
  if (change.flags !== rowChange.modify) throw invalidParameter();
  const before = openRule(old, call.session.names);
  return rules.map((rule) => (rule === old ? kept(call, editProperties(before, { set })) : rule));
}

/** All changes are made, or none. [MS-OXORULE] 3.2.5.2 */
const modifyRules = defineChange(rops.modifyRules, (call, { modifyFlags, changes }) => {
  const object = objectOf(call, 'folder');
  const { rules: before = [] } = folderOf(object);
  const replaces = (modifyFlags & replaceRows) !== 0;
  if (replaces && changes.some(({ flags }) => flags !== rowChange.add)) throw invalidParameter();
  const start: Rules = replaces ? [] : before;
  const rules = changes.reduce((sofar, change) => changed(call, object, { rules: sofar, change }), start);
  object.logon.mailbox.editFolder(object.folderId, { rules });
  return {};
});

/** No action is ever left to a client, so no message waits for one. */
const updateDeferredActionMessages = defineHandler(rops.updateDeferredActionMessages, (call) => {
  objectOf(call, 'logon');
  throw notFound();
});

export const ruleHandlers = [getRulesTable, modifyRules, updateDeferredActionMessages];
