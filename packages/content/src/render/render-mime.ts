import { createHash } from 'node:crypto';
import { pidTag } from '@cutover/wire/properties';
import MimeNode, { type Options as MimeNodeOptions } from 'nodemailer/lib/mime-node';
import { contentLimits } from '../limits.ts';
import type { MessageContent } from '../message-content.ts';
import { calendarMethodOf } from './calendar-method.ts';
import { secureBody } from './render-secure.ts';
import { renderHeaders } from './render-headers.ts';
import type { RenderOptions } from './render-options.ts';
import { type LeafPart, type Part, renderParts } from './render-parts.ts';

/**
 * A message as the Internet has it: the bytes that it came in, where they are kept and nothing of it has been edited
 * since, else made of its properties, the same bytes each time. Never TNEF. RFC 5322, RFC 2045; [MS-OXCMAIL] 2.1
 */
export function renderMime(content: MessageContent, options: RenderOptions = {}): Promise<Uint8Array> {
  const { mime } = content;
  return mime === undefined ? renderAt(content, { options, depth: 0 }) : Promise.resolve(mime.read(0, mime.size));
}

interface Place {
  readonly options: RenderOptions;
  readonly depth: number;
}

async function renderAt(content: MessageContent, place: Place): Promise<Uint8Array> {
  const { options } = place;
  const secure = secureBody(content);
  const root = createNode(
    secure === undefined ? renderParts(content, await besidesOf(content, options)) : secure.part,
    {
      baseBoundary: boundaryOf(content, place.depth),
      boundaryPrefix: '----_=_NextPart',
      keepBcc: true,
      newline: 'windows',
      normalizeHeaderKey: (name) => (name === 'X-Mimeole' ? 'X-MimeOLE' : name),
    },
  );
  for (const [name, value] of renderHeaders(content, options)) root.node.setHeader(name, fieldValue(value));
  if (secure?.entity !== undefined) return withEntity(root.node, secure.entity);
  for (const { node, message } of root.embedded) node.setContent(Buffer.from(await embeddedBytes(message, place)));
  return root.node.build();
}

/** An appointment is shown as text, and beside it as a calendar; what writes that is loaded with the first. */
async function besidesOf(content: MessageContent, options: RenderOptions): Promise<readonly Part[]> {
  const method = calendarMethodOf(content.properties);
  if (method === undefined) return [];
  const { renderCalendar } = await import('./render-calendar.ts');
  const type = `text/calendar; charset=utf-8; method=${method}`;
  return [{ type, content: renderCalendar(content, method, options) }];
}

/** What is attached below the depth that readers stop at is left empty. */
const embeddedBytes = (message: MessageContent, { options, depth }: Place): Promise<Uint8Array> =>
  depth >= contentLimits.embeddedDepth
    ? Promise.resolve(new Uint8Array())
    : renderAt(message, { options, depth: depth + 1 });

const fieldValue = (value: string | readonly { name: string; address: string }[]) =>
  typeof value === 'string' ? value.replaceAll(/[\r\n]+/g, ' ') : [...value];

/** The header, and behind it an entity with header fields of its own: byte for byte what was signed. */
function withEntity(node: MimeNode, entity: Uint8Array): Uint8Array {
  const lines = node.buildHeaders().split('\r\n');
  const header = lines.filter((line) => !/^mime-version:/i.test(line) && line !== '').join('\r\n');
  return Buffer.concat([Buffer.from(`${header}\r\n`), entity]);
}

/** The words of a boundary: other for each message, and for one that is attached to it. */
function boundaryOf({ properties }: MessageContent, depth: number): string {
  const hash = createHash('sha256').update(`${depth}`);
  for (const property of properties) {
    const { tag } = property;
    if (tag !== pidTag.searchKey && tag !== pidTag.subject && tag !== pidTag.internetMessageId) continue;
    if ('value' in property && (typeof property.value === 'string' || property.value instanceof Uint8Array)) {
      hash.update(property.value);
    }
  }
  return hash.digest('hex').slice(0, 16).toUpperCase();
}

interface Created {
  readonly node: MimeNode;
  /** Parts whose content is a message that is still to be rendered. */
  readonly embedded: { readonly node: MimeNode; readonly message: MessageContent }[];
}

function createNode(part: Part, options: MimeNodeOptions): Created {
  const created: Created = { node: nodeOf(part, options), embedded: [] };
  fillNode(part, created.node, created);
  return created;
}

const nodeOf = (part: Part, options: MimeNodeOptions): MimeNode => {
  const filename = 'filename' in part && part.filename !== undefined ? { filename: part.filename } : {};
  return new MimeNode(part.type, { ...options, ...filename });
};

function fillNode(part: Part, node: MimeNode, created: Created): void {
  if ('content' in part) return fillLeaf(part, node, created);
  for (const child of part.parts) {
    const below = nodeOf(child, {});
    node.appendChild(below);
    fillNode(child, below, created);
  }
}

function fillLeaf({ headers = [], content }: LeafPart, node: MimeNode, { embedded }: Created): void {
  for (const [name, value] of headers) node.setHeader(name, value);
  if (typeof content === 'string') node.setContent(content);
  else if (content instanceof Uint8Array) node.setContent(Buffer.from(content));
  else embedded.push({ node, message: content.message });
}
