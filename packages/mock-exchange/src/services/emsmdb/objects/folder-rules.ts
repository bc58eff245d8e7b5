import type { StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { restriction } from '@cutover/wire/rop';
import type { FolderRule } from '../../../store/folder-row.ts';
import type { NamedProperties } from '../named-properties.ts';
import { keepRestriction, openRestriction } from './kept-restriction.ts';

/** The condition of a rule; undefined for one without. */
export function conditionOf({ properties }: FolderRule): Uint8Array | undefined {
  const condition = properties.find(({ tag }) => tag === pidTag.ruleCondition);
  return condition !== undefined && 'value' in condition && condition.value instanceof Uint8Array
    ? condition.value
    : undefined;
}

const withCondition = (properties: readonly StoredProperty[], value: Uint8Array): StoredProperty[] =>
  properties.map((property) => (property.tag === pidTag.ruleCondition ? { tag: property.tag, value } : property));

/** A rule as it came in a session, to be kept beyond it. */
export function keepRule(properties: readonly StoredProperty[], session: NamedProperties): FolderRule {
  const condition = conditionOf({ properties, names: [] });
  if (condition === undefined) return { properties, names: [] };
  const kept = keepRestriction(restriction.decode(condition), session);
  return { properties: withCondition(properties, kept.restriction), names: kept.names };
}

/** A rule as a session understands it. */
export function openRule(rule: FolderRule, session: NamedProperties): StoredProperty[] {
  const condition = conditionOf(rule);
  if (condition === undefined) return [...rule.properties];
  const opened = openRestriction({ restriction: condition, names: rule.names }, session);
  return withCondition(rule.properties, restriction.encode(opened));
}
