import type { MessageContent } from '@cutover/content';
import { rpcExt2Flag } from '@cutover/wire/emsmdb';
import { decodeStreamValue, FastTransferParser, marker, markerName } from '@cutover/wire/fasttransfer';
import { formatTag, pidTag } from '@cutover/wire/properties';
import { asFits, codePageOfLogon, errorCode, rops, sendOption } from '@cutover/wire/rop';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../store/message.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { richMessage } from '../testing/rich-message.ts';
import { ropRequest, signIn, startStore, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { configureSync } from '../testing/sync-client.ts';

let fixture: StoreFixture;
let client: StoreClient;
let logon: number;
let inbox: number;

beforeEach(async () => {
  fixture = startStore();
  ({ client, logon } = await signIn(fixture));
  inbox = fixture.ann.wellKnown('inbox');
});

async function open(message: Message): Promise<number> {
  const [folderId, messageId] = [
    { replicaId: 1, counter: message.folderId },
    { replicaId: 1, counter: message.id },
  ];
  const request = { codePage: codePageOfLogon, folderId, openModeFlags: 0, messageId };
  return (await client.run(rops.openMessage, request, logon)).handle;
}

const deliver = (content: MessageContent): Message => fixture.ann.deliver(inbox, { content });

/** Markers by name, properties by tag with their values. */
function shown(stream: Uint8Array): { markers: string[]; values: Map<string, unknown> } {
  const parser = new FastTransferParser({ wholeUpTo: Number.POSITIVE_INFINITY });
  parser.push(stream);
  const markers: string[] = [];
  const values = new Map<string, unknown>();
  for (let element = parser.next(); element !== undefined; element = parser.next()) {
    if (element.kind === 'marker') markers.push(markerName(element.tag));
    if (element.kind !== 'property') continue;
    const value = decodeStreamValue(element.tag & 0xffff, element.value);
    const key = formatTag(element.tag);
    if (!values.has(key)) values.set(key, value instanceof Uint8Array ? value.length : value);
  }
  parser.finish();
  return { markers, values };
}

const unicode = sendOption.unicode | sendOption.forceUnicode;

describe('copying a message', () => {
  const copy = async (request: { level?: number; tags?: number[]; sendOptions?: number }) => {
    const handle = await open(deliver(richMessage('Ж')));
    const all = { level: 0, copyFlags: 0, sendOptions: unicode, tags: [], ...request };
    return shown(await client.download((await client.run(rops.fastTransferSourceCopyTo, all, handle)).handle));
  };

  test('brings recipients, attachments and the embedded message between their markers', async () => {
    const { markers, values } = await copy({});
    const recipient = ['startRecip', 'endToRecip'];
    const attachment = ['newAttach', 'endAttach'];
    const embedded = ['newAttach', 'startEmbed', ...recipient, 'endEmbed', 'endAttach'];
    expect(markers).toEqual([...recipient, ...recipient, ...attachment, ...attachment, ...embedded]);
    expect(values.get('0037001F')).toBe('RE: Ж');
    expect(values.get('37010102')).toBe(5);
  });

  test('leaves out what it is told to', async () => {
    const { markers, values } = await copy({ tags: [pidTag.messageAttachments, pidTag.subject] });
    expect(markers).toEqual(['startRecip', 'endToRecip', 'startRecip', 'endToRecip']);
    expect([values.has('0037001F'), values.get('40160003')]).toEqual([false, pidTag.messageRecipients]);
  });

  test('at a level other than 0 brings no subobjects', async () => {
    expect((await copy({ level: 1 })).markers).toEqual([]);
  });

  const forms: [name: string, sendOptions: number, tag: string, value: unknown][] = [
    ['nothing asked', 0, '0037001E', 'RE: ?'],
    ['Unicode', sendOption.unicode, '0037001F', 'RE: Ж'],
    ['ForceUnicode', sendOption.forceUnicode, '0037001F', 'RE: Ж'],
    ['UseCpid', sendOption.useCpid | sendOption.unicode, '003784B0', 10 + 2],
  ];
  test.each(forms)('texts with %s', async (_name, sendOptions, tag, value) => {
    expect((await copy({ sendOptions })).values.get(tag)).toBe(value);
  });

  test('brings the properties asked for and nothing else', async () => {
    const handle = await open(deliver(richMessage('x')));
    const request = { level: 0, copyFlags: 0, sendOptions: unicode, tags: [pidTag.subject, pidTag.importance] };
    const { handle: source } = await client.run(rops.fastTransferSourceCopyProperties, request, handle);
    const { markers, values } = shown(await client.download(source));
    expect([markers, [...values.keys()].toSorted()]).toEqual([[], ['00170003', '0037001F']]);
  });

  test('texts above 32 KB come without a terminator, as from Exchange 2003', async () => {
    const text = 'x'.repeat(20_000);
    const handle = await open(deliver({ ...simpleMessage('long'), properties: [{ tag: pidTag.body, value: text }] }));
    const request = { level: 0, copyFlags: 0, sendOptions: unicode, tags: [pidTag.body] };
    const { handle: source } = await client.run(rops.fastTransferSourceCopyProperties, request, handle);
    expect((await client.download(source)).length).toBe(4 + 4 + 40_000);
  });
});

describe('copying from a folder', () => {
  const copyMessages = (messageIds: { replicaId: number; counter: number }[]) => ({
    messageIds,
    copyFlags: 0,
    sendOptions: unicode,
  });

  test('messages, each with its id', async () => {
    const [one, two] = [deliver(simpleMessage('one')), deliver(simpleMessage('two'))];
    const folder = await client.openFolder(logon, inbox);
    const ids = [two, one].map(({ id }) => ({ replicaId: 1, counter: id }));
    const { handle } = await client.run(rops.fastTransferSourceCopyMessages, copyMessages(ids), folder);
    const { markers, values } = shown(await client.download(handle));
    expect(markers).toEqual(['startMessage', 'endMessage', 'startMessage', 'endMessage']);
    expect(values.get('0037001F')).toBe('two');
    expect(values.has('674A0014')).toBe(true);
  });

  test('messages of another folder are not found', async () => {
    const { id } = deliver(simpleMessage('one'));
    const folder = await client.openFolder(logon, fixture.ann.wellKnown('drafts'));
    const request = copyMessages([{ replicaId: 1, counter: id }]);
    expect(await client.fail(rops.fastTransferSourceCopyMessages, request, folder)).toBe(errorCode.notFound);
  });

  test('the folder with everything below it', async () => {
    const child = fixture.ann.createFolder(inbox, { name: 'child' });
    deliver(simpleMessage('one'));
    fixture.ann.deliver(child.id, { content: simpleMessage('view'), associated: true });
    const folder = await client.openFolder(logon, inbox);
    const copy = async (copyFlags: number): Promise<string[]> => {
      const { handle } = await client.run(
        rops.fastTransferSourceCopyFolder,
        { copyFlags, sendOptions: unicode },
        folder,
      );
      return shown(await client.download(handle)).markers;
    };
    const own = ['startTopFld', 'startMessage', 'endMessage'];
    expect(await copy(0)).toEqual([...own, 'endFolder']);
    const all = [...own, 'startSubFld', 'startFaiMsg', 'endMessage', 'endFolder', 'endFolder'];
    expect(await copy(0x10)).toEqual(all);
    expect(await copy(0x01)).toEqual(all);
  });
});

describe('copying a folder as an object', () => {
  test('announces each kind of subobject before it', async () => {
    fixture.ann.createFolder(inbox, { name: 'child' });
    deliver(simpleMessage('one'));
    const folder = await client.openFolder(logon, inbox);
    const copy = async (request: object): Promise<Uint8Array> => {
      const all = { level: 0, copyFlags: 0, sendOptions: unicode, tags: [], ...request };
      return client.download((await client.run(rops.fastTransferSourceCopyTo, all, folder)).handle);
    };
    const announced = (stream: Uint8Array): string[] =>
      [
        ...Buffer.from(stream)
          .toString('hex')
          .matchAll(/03001640(0d00....)/g),
      ].map(([, tag]) => tag!);
    const whole = await copy({});
    expect(announced(whole)).toEqual(['0d001036', '0d000f36', '0d000e36', '0d001036', '0d000f36', '0d000e36']);
    expect(shown(whole).markers).toEqual(['startMessage', 'endMessage', 'startSubFld', 'endFolder']);
    expect(announced(await copy({ tags: [pidTag.containerHierarchy] }))).toEqual(['0d001036', '0d000f36']);
  });

  test('sends of it what is asked for, and all of what lies below', async () => {
    const child = fixture.ann.createFolder(inbox, { name: 'child' });
    deliver(simpleMessage('one'));
    const folder = await client.openFolder(logon, inbox);
    const copy = async (tags: number[], level = 0) => {
      const request = { level, copyFlags: 0, sendOptions: unicode, tags };
      const { handle } = await client.run(rops.fastTransferSourceCopyProperties, request, folder);
      return shown(await client.download(handle));
    };
    const named = await copy([pidTag.displayName]);
    expect([named.markers, [...named.values.keys()]]).toEqual([[], [formatTag(pidTag.displayName)]]);
    expect((await copy([pidTag.containerContents])).markers).toEqual(['startMessage', 'endMessage']);
    expect((await copy([pidTag.containerContents], 1)).markers).toEqual([]);
    const below = await copy([pidTag.containerHierarchy]);
    expect(below.markers).toEqual(['startSubFld', 'endFolder']);
    expect(below.values.get(formatTag(pidTag.displayName))).toBe(child.name);
  });
});

describe('RopFastTransferSourceGetBuffer', () => {
  let source: number;
  let whole: Buffer;
  beforeEach(async () => {
    for (let index = 0; index < 60; index++) deliver(richMessage(`message ${index}`, { streamed: 30_000 }));
    const folder = await client.openFolder(logon, inbox);
    whole = Buffer.from(await client.download(await configureSync(client, folder)));
    source = await configureSync(client, folder);
  });

  test('gives the same stream in pieces of any size', async () => {
    expect(Buffer.from(await client.download(source, 700)).equals(whole)).toBe(true);
  });

  test('chains full payloads into one answer, the last one marked', async () => {
    const request = ropRequest(rops.fastTransferSourceGetBuffer, { bufferSize: { size: asFits, maximum: 0xffff } });
    const collected: Uint8Array[] = [];
    let calls = 0;
    for (let done = false; !done; calls++) {
      const options = { flags: 3 | rpcExt2Flag.chain, outputRoom: 0x40000 };
      const { answers, payloads } = await client.execute([request], [source], options);
      expect(payloads.every(({ length }) => length <= 0x8000)).toBe(true);
      for (const { value } of answers) {
        const { data, transferStatus } = value as { data: Uint8Array; transferStatus: number };
        collected.push(data);
        done = transferStatus === 3;
      }
    }
    expect(Buffer.concat(collected).equals(whole)).toBe(true);
    expect(calls).toBe(Math.ceil(whole.length / (0x40000 - 0x2000)));
  });

  test('stops after 96 payloads', async () => {
    const request = ropRequest(rops.fastTransferSourceGetBuffer, { bufferSize: { size: 500 } });
    const { payloads } = await client.execute([request], [source], {
      flags: 3 | rpcExt2Flag.chain,
      outputRoom: 0x40000,
    });
    expect(payloads.length).toBe(96);
  });

  test('a size that holds no atom is too small, and nothing is lost by it', async () => {
    const get = (size: number) => client.fail(rops.fastTransferSourceGetBuffer, { bufferSize: { size } }, source);
    expect([await get(3), await get(0)]).toEqual([errorCode.bufferTooSmall, errorCode.bufferTooSmall]);
    expect(Buffer.from(await client.download(source)).equals(whole)).toBe(true);
  });

  test('of a handle that is no source is refused', async () => {
    const get = { bufferSize: { size: 500 } };
    expect(await client.fail(rops.fastTransferSourceGetBuffer, get, logon)).toBe(errorCode.notSupported);
    expect(await client.fail(rops.fastTransferSourceGetBuffer, get, 0x7777)).toBe(errorCode.nullObject);
  });
});

test('markers are told by name', () => {
  expect([markerName(marker.startEmbed), markerName(1)]).toEqual(['startEmbed', '0x1']);
});
