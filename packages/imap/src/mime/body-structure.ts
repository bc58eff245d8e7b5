import { formatList, formatString } from '../syntax/format.ts';
import type { Entity } from './entity.ts';
import { formatEnvelope } from './envelope.ts';
import { fieldValue, type ParameterizedValue, parseParameters } from './header-fields.ts';

/** BODY, or with `extended` BODYSTRUCTURE. RFC 3501 7.4.2 */
export function formatStructure(text: string, entity: Entity, options: { extended: boolean }): string {
  return entity.parts.length > 0 ? formatMultipart(text, entity, options) : formatLeaf(text, entity, options);
}

function formatMultipart(text: string, entity: Entity, options: { extended: boolean }): string {
  const parts = entity.parts.map((part) => formatStructure(text, part, options)).join('');
  const parameters = options.extended ? [formatParameters(entity.contentType), ...formatExtension(entity)] : [];
  return `(${[`${parts} ${formatString(entity.subtype.toUpperCase())}`, ...parameters].join(' ')})`;
}

function formatLeaf(text: string, entity: Entity, { extended }: { extended: boolean }): string {
  const { type, subtype, contentType, fields, bodyStart, end } = entity;
  const field = (name: string): string => formatString(fieldValue(fields, name));
  return formatList([
    formatString(type.toUpperCase()),
    formatString(subtype.toUpperCase()),
    formatParameters(contentType),
    field('content-id'),
    field('content-description'),
    formatString((fieldValue(fields, 'content-transfer-encoding') ?? '7BIT').toUpperCase()),
    String(end - bodyStart),
    ...ofMessage(text, entity),
    ...(type === 'text' || entity.message !== undefined ? [String(countLines(text, entity))] : []),
    ...(extended ? [field('content-md5'), ...formatExtension(entity)] : []),
  ]);
}

const ofMessage = (text: string, { message }: Entity): string[] =>
  message === undefined ? [] : [formatEnvelope(message.fields), formatStructure(text, message, { extended: false })];

function formatParameters({ parameters }: ParameterizedValue): string {
  if (parameters.length === 0) return 'NIL';
  return formatList(parameters.flatMap(([name, value]) => [formatString(name.toUpperCase()), formatString(value)]));
}

/** Disposition, language, location. */
function formatExtension({ fields }: Entity): string[] {
  const disposition = fieldValue(fields, 'content-disposition');
  const language = fieldValue(fields, 'content-language');
  return [
    disposition === undefined ? 'NIL' : formatDisposition(parseParameters(disposition)),
    formatString(language),
    formatString(fieldValue(fields, 'content-location')),
  ];
}

const formatDisposition = (disposition: ParameterizedValue): string =>
  formatList([formatString(disposition.value.toLowerCase()), formatParameters(disposition)]);

function countLines(text: string, { bodyStart, end }: Entity): number {
  let count = 0;
  for (let at = text.indexOf('\n', bodyStart); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return end > bodyStart && text[end - 1] !== '\n' ? count + 1 : count;
}
