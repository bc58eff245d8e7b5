import type { Section } from '../syntax/fetch-items.ts';
import type { Entity } from './entity.ts';

/** The bytes that a section names, as text of one character a byte; undefined for a part that is not there. RFC 3501 6.4.5 */
export function readSection(text: string, root: Entity, { part, what, fields }: Section): string | undefined {
  const entity = part.reduce<Entity | undefined>((at, number) => at && partOf(at, number), asContainer(root));
  if (entity === undefined) return undefined;
  if (what === 'MIME') return text.slice(entity.start, entity.bodyStart);
  if (what === 'ALL') return part.length === 0 ? text : text.slice(entity.bodyStart, entity.end);
  const message = part.length === 0 ? root : entity.message;
  return message && readOfMessage(text, message, { part, what, fields });
}

function readOfMessage(text: string, { start, bodyStart, end, fields }: Entity, section: Section): string {
  if (section.what === 'HEADER') return text.slice(start, bodyStart);
  if (section.what === 'TEXT') return text.slice(bodyStart, end);
  const wanted = new Set(section.fields.map((name) => name.toLowerCase()));
  const isIn = section.what === 'HEADER.FIELDS';
  return `${fields
    .filter(({ name }) => wanted.has(name) === isIn)
    .map(({ raw }) => raw)
    .join('')}\r\n`;
}

/** A message as what holds its own parts. */
const asContainer = (message: Entity): Entity => ({ ...message, message });

/** Part 1 of a message that has no parts is its body. */
function partOf(entity: Entity, number: number): Entity | undefined {
  const inner = entity.message ?? entity;
  if (inner.parts.length > 0) return inner.parts[number - 1];
  return entity.message !== undefined && number === 1 ? inner : undefined;
}
