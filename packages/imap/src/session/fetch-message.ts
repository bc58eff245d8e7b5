import { formatStructure } from '../mime/body-structure.ts';
import { formatEnvelope } from '../mime/envelope.ts';
import { readSection } from '../mime/section.ts';
import { formatDateTime } from '../syntax/date.ts';
import type { FetchItem } from '../syntax/fetch-items.ts';
import { formatList, literalOf, type Output } from '../syntax/format.ts';
import type { OpenedMessage } from './opened-message.ts';

/** A message as FETCH shows it. */
export interface FetchedMessage {
  readonly opened: OpenedMessage;
  readonly flags: readonly string[];
}

type Formatter = (message: FetchedMessage) => Promise<readonly Output[]>;

const formatters: Readonly<Record<Exclude<FetchItem['item'], 'SECTION'>, Formatter>> = {
  FLAGS: async ({ flags }) => [`FLAGS ${formatList(flags)}`],
  UID: async ({ opened }) => [`UID ${opened.message.uid}`],
  INTERNALDATE: async ({ opened }) => [`INTERNALDATE "${formatDateTime(opened.message.internalDate)}"`],
  'RFC822.SIZE': async ({ opened }) => [`RFC822.SIZE ${(await opened.bytes()).length}`],
  ENVELOPE: async ({ opened }) => [`ENVELOPE ${formatEnvelope((await opened.parsed()).entity.fields)}`],
  BODY: (message) => structure(message, { name: 'BODY', extended: false }),
  BODYSTRUCTURE: (message) => structure(message, { name: 'BODYSTRUCTURE', extended: true }),
};

async function structure(
  { opened }: FetchedMessage,
  { name, extended }: { name: string; extended: boolean },
): Promise<readonly Output[]> {
  const { text, entity } = await opened.parsed();
  return [`${name} ${formatStructure(text, entity, { extended })}`];
}

async function section(
  { opened }: FetchedMessage,
  { name, section: wanted, partial }: Extract<FetchItem, { item: 'SECTION' }>,
): Promise<readonly Output[]> {
  const bytes = wanted.what === 'ALL' && wanted.part.length === 0 ? await opened.bytes() : await read(opened, wanted);
  if (bytes === undefined) return [`${name} NIL`];
  const { offset = 0, size = bytes.length } = partial ?? {};
  return [`${name} `, ...literalOf(bytes.subarray(offset, offset + size))];
}

async function read(
  opened: OpenedMessage,
  wanted: Extract<FetchItem, { item: 'SECTION' }>['section'],
): Promise<Uint8Array | undefined> {
  const { text, entity } = await opened.parsed();
  const found = readSection(text, entity, wanted);
  return found === undefined ? undefined : Buffer.from(found, 'latin1');
}

/** What is behind `FETCH`, in its parentheses. RFC 3501 7.4.2 */
export async function fetchMessage(message: FetchedMessage, items: readonly FetchItem[]): Promise<Output[]> {
  const output: Output[] = ['('];
  for (const [index, item] of items.entries()) {
    if (index > 0) output.push(' ');
    output.push(...(item.item === 'SECTION' ? await section(message, item) : await formatters[item.item](message)));
  }
  return [...output, ')'];
}

/** Whether fetching these marks a message as seen. */
export const marksAsSeen = (items: readonly FetchItem[]): boolean =>
  items.some((item) => item.item === 'SECTION' && !item.peek);
