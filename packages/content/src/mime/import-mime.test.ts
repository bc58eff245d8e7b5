import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidName, pidTag, propertySet, type PropertyName } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import { decompressRtf } from '../blobs/compressed-rtf.ts';
import type { AttachmentContent, StoredProperty } from '../message-content.ts';
import { importMime, type ImportedMessage, originalName } from './import-mime.ts';

const folder = join(import.meta.dirname, '../../../../test/mail');
const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const rawOf = (file: string) => new Uint8Array(readFileSync(join(folder, `${file}.eml`)));
const read = (file: string) => importMime(rawOf(file));

const valueOf = (properties: readonly StoredProperty[], tag: number) => {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? property.value : undefined;
};
const namedValue = (properties: readonly StoredProperty[], name: PropertyName) => {
  const property = properties.find((one) => JSON.stringify(one.name) === JSON.stringify(name));
  return property !== undefined && 'value' in property ? property.value : undefined;
};
const get = ({ content }: ImportedMessage, tag: number) => valueOf(content.properties, tag);
const nameOf = ({ properties }: AttachmentContent) => valueOf(properties, pidTag.attachLongFilename);
const dataOf = ({ properties }: AttachmentContent) =>
  Buffer.from((valueOf(properties, pidTag.attachDataBinary) as Uint8Array | undefined) ?? []);

/** What each message is to become: subject, a piece of the body, attachments by name, kinds of problems. */
const expected: Record<string, { subject?: string; body?: string; attachments?: unknown[]; problems?: string[] }> = {
  '01-empty': {},
  '02-only-newlines': {},
  '03-header-without-body': { subject: 'nothing below' },
  '04-body-without-header': { body: 'And here the body goes on.', attachments: [originalName], problems: ['noHeader'] },
  '05-mbox-envelope': { subject: 'kept its envelope', body: '>From here' },
  '06-utf8-in-header': { subject: 'Größe, 大きさ, 📏 – unencoded' },
  '07-latin1-in-header': { subject: 'Größe in Latin-1', attachments: [originalName], problems: ['undecodable'] },
  '08-encoded-words': { subject: 'Äbgeschnäckel für Москваwhat?' },
  '09-encoded-word-split-in-character': { subject: 'a📁b' },
  '10-comments-in-date': { subject: 'a date with comments' },
  '11-impossible-date': { subject: 'no such day', problems: ['badDate'] },
  '12-group-addresses': { subject: 'groups' },
  '13-broken-addresses': { subject: 'addresses that are none' },
  '14-no-charset-8bit': { attachments: [originalName], problems: ['undecodable'] },
  '15-unknown-charset': { body: 'beep boop', attachments: [originalName], problems: ['unknownCharset'] },
  '16-utf16-body': { body: 'Grüße 大' },
  '17-shift-jis': { subject: '会議', body: '会議は十時です。' },
  '18-nul-and-control-bytes': { body: 'before\0after' },
  '19-very-long-line': { body: 'word '.repeat(20_000).trim() },
  '20-folded-boundary': { body: 'part one' },
  '21-text-around-parts': { body: 'inside', attachments: [originalName], problems: ['textBefore', 'textAfter'] },
  '22-boundary-never-comes': { attachments: [originalName], problems: ['boundaryNotFound'] },
  '23-truncated-base64': { body: 'see attachment', attachments: ['cut.png'], problems: ['notClosed'] },
  '24-base64-with-rubbish': { attachments: ['rubbish.bin', originalName], problems: ['badBase64'] },
  '25-names-of-attachments': { attachments: ['€uro.txt', 'Übung.txt', '....evil.exe', 'attachment.txt'] },
  '26-inline-picture': { attachments: ['pic.png'] },
  '27-messages-in-messages': { subject: 'first', attachments: [undefined] },
  '28-attached-message-is-none': { body: 'text', attachments: ['note.eml'], problems: ['embeddedNotRead'] },
  '29-signed': { body: 'Trailing blanks', attachments: ['smime.p7m'] },
  '30-tnef': { body: 'plain text', attachments: ['winmail.dat'] },
  '31-all-the-marks': { subject: 'RE: marks', body: '“Quoted” – with soft break' },
  '32-alternative-with-calendar': { body: 'Please come.', attachments: ['attachment.ics'] },
  '33-rich-text-only': { subject: 'rtf' },
  '34-boundary-without-semicolon': { attachments: [originalName], problems: ['partLost'] },
  '35-html-in-utf7': { attachments: [originalName], problems: ['unknownCharset'] },
};

describe('messages of our own', () => {
  test('are all expected to be something', () => {
    expect(files.map((file) => file.slice(0, -4))).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))(
    '%s',
    async (file, { subject = '', body = '', attachments = [], problems = [] }) => {
      const message = await read(file);
      expect(message.problems.map(({ kind }) => kind)).toEqual(problems);
      if (subject !== '') expect(get(message, pidTag.subject)).toBe(subject);
      expect(
        `${String(get(message, pidTag.body) ?? '')}${String(get(message, pidTag.transportMessageHeaders))}`,
      ).toContain(body);
      expect(message.content.attachments.map(nameOf)).toEqual(attachments);
    },
  );

  test('are attached byte for byte where their parts would lose something', async () => {
    for (const [file, { attachments = [] }] of Object.entries(expected)) {
      if (!attachments.includes(originalName)) continue;
      const { content } = await read(file);
      expect(dataOf(content.attachments.at(-1)!)).toEqual(Buffer.from(rawOf(file)));
    }
  });

  test('keep their header as it came', async () => {
    const message = await read('31-all-the-marks');
    const header = readFileSync(join(folder, '31-all-the-marks.eml'), 'latin1').split('\r\n\r\n', 1)[0]!;
    expect(get(message, pidTag.transportMessageHeaders)).toBe(`${header}\r\n\r\n`);
  });
});

test('header fields become properties', async () => {
  const message = await read('31-all-the-marks');
  const { properties, recipients } = message.content;
  expect(message.deliveredAt).toEqual(new Date('2012-11-06T17:00:05Z'));
  const values: [number, unknown][] = [
    [pidTag.subjectPrefix, 'RE: '],
    [pidTag.normalizedSubject, 'marks'],
    [pidTag.senderEmailAddress, 'hollyh@contoso.com'],
    [pidTag.sentRepresentingEmailAddress, 'annb@contoso.com'],
    [pidTag.replyRecipientNames, 'ceo@contoso.com'],
    [pidTag.importance, 2],
    [pidTag.sensitivity, 3],
    [pidTag.internetMessageId, '<1@contoso.com>'],
    [pidTag.inReplyToId, '<0@contoso.com>'],
    [pidTag.readReceiptRequested, true],
    [pidTag.internetCodepage, 1252],
    [pidTag.conversationTopic, 'marks'],
    [pidTag.listUnsubscribe, '<mailto:leave@contoso.com>'],
  ];
  expect(values.map(([tag]) => get(message, tag))).toEqual(values.map(([, value]) => value));
  expect(get(message, pidTag.conversationIndex)).toHaveLength(22);
  expect(namedValue(properties, pidName.keywords.name)).toEqual(['Budget', 'Übergabe']);
  expect(namedValue(properties, { set: propertySet.internetHeaders, name: 'x-mailer' })).toBe(
    'Microsoft Office Outlook 11',
  );
  expect(namedValue(properties, pidLid.private.name)).toBeUndefined();
  expect(recipients).toHaveLength(1);
});

test('groups give their members, and a name without an address stays a name', async () => {
  const { content } = await read('12-group-addresses');
  const rows = content.recipients.map((row) => [
    valueOf(row, pidTag.recipientType),
    valueOf(row, pidTag.displayName),
    valueOf(row, pidTag.emailAddress),
  ]);
  expect(rows).toEqual([
    [1, 'kima@contoso.com', 'kima@contoso.com'],
    [1, 'Müller, Jürgen', 'jurgenm@contoso.com'],
    [1, 'undisclosed-recipients', ''],
    [2, 'nobody', ''],
    [3, 'hidden@contoso.com', 'hidden@contoso.com'],
  ]);
});

test('the directory may know an address better', async () => {
  const legacyExchangeDN = '/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=annb';
  const message = await importMime(rawOf('03-header-without-body'), {
    resolve: (address) => (address.smtp === 'annb@contoso.com' ? { ...address, legacyExchangeDN } : address),
  });
  expect(get(message, pidTag.senderAddressType)).toBe('EX');
  expect(get(message, pidTag.senderEmailAddress)).toBe(legacyExchangeDN);
});

test('a picture in the text is hidden and found by its content id', async () => {
  const { content } = await read('26-inline-picture');
  const [{ properties }] = content.attachments as [AttachmentContent];
  expect(valueOf(properties, pidTag.attachContentId)).toBe('pic@x');
  expect(valueOf(properties, pidTag.attachmentHidden)).toBe(true);
  expect(valueOf(properties, pidTag.attachFlags)).toBe(4);
  expect(Buffer.from(valueOf(content.properties, pidTag.html) as Uint8Array).toString()).toContain('<b>Grüße</b>');
});

test('attached messages are messages, down to the innermost', async () => {
  let { content } = await read('27-messages-in-messages');
  const subjects = [valueOf(content.properties, pidTag.subject)];
  for (let next = content.attachments[0]?.embedded; next !== undefined; next = content.attachments[0]?.embedded) {
    content = next;
    subjects.push(valueOf(content.properties, pidTag.subject));
  }
  expect(subjects).toEqual(['first', 'second', 'third', 'innermost']);
});

test('a signed message keeps the signed bytes', async () => {
  const message = await read('29-signed');
  expect(get(message, pidTag.messageClass)).toBe('IPM.Note.SMIME.MultipartSigned');
  expect(dataOf(message.content.attachments[0]!).toString()).toContain('Trailing blanks   \r\nmust stay.');
});

describe('mail about meetings', () => {
  const meeting = (method: string, ...lines: string[]) =>
    importMime(
      Uint8Array.from(
        Buffer.from(
          [
            `Content-Type: text/calendar; method=${method}`,
            '',
            'BEGIN:VCALENDAR',
            'BEGIN:VEVENT',
            'UID:abc@x',
            'DTSTART:20121108T170000Z',
            ...lines,
            'END:VEVENT',
            'END:VCALENDAR',
          ].join('\r\n'),
        ),
      ),
    );
  const cases: [method: string, line: string, messageClass: string][] = [
    ['REQUEST', 'SUMMARY:x', 'IPM.Schedule.Meeting.Request'],
    ['CANCEL', 'SUMMARY:x', 'IPM.Schedule.Meeting.Canceled'],
    ['REPLY', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b', 'IPM.Schedule.Meeting.Resp.Pos'],
    ['REPLY', 'ATTENDEE;PARTSTAT=DEC\r\n LINED:mailto:a@b', 'IPM.Schedule.Meeting.Resp.Neg'],
    ['PUBLISH', 'SUMMARY:x', 'IPM.Note'],
  ];
  test.each(cases)('%s %j is %s', async (method, line, messageClass) => {
    const message = await meeting(method, line);
    expect(get(message, pidTag.messageClass)).toBe(messageClass);
    expect(message.content.attachments).toHaveLength(1);
  });

  test('says when and which', async () => {
    const { content } = await read('32-alternative-with-calendar');
    expect(valueOf(content.properties, pidTag.messageClass)).toBe('IPM.Schedule.Meeting.Request');
    expect(namedValue(content.properties, pidLid.appointmentStartWhole.name)).toBe(
      filetimeFromDate(new Date('2012-11-08T17:00Z')),
    );
    expect(namedValue(content.properties, pidLid.globalObjectId.name)).toBeInstanceOf(Uint8Array);
  });

  test('whose calendar cannot be read stays mail', async () => {
    const message = await importMime(
      Uint8Array.from(Buffer.from('Content-Type: text/calendar; method=REQUEST\r\n\r\nhello')),
    );
    expect(get(message, pidTag.messageClass)).toBe('IPM.Note');
  });
});

describe('reports', () => {
  const report = (type: string, text: string) =>
    importMime(
      Uint8Array.from(
        Buffer.from(
          `Content-Type: multipart/report; report-type=x; boundary=x\r\n\r\n--x\r\n\r\nSorry.\r\n--x\r\nContent-Type: ${type}\r\n\r\n${text}\r\n--x--\r\n`,
        ),
      ),
    );
  const delivery = 'message/delivery-status';
  const disposition = 'message/disposition-notification';
  const cases: [type: string, text: string, messageClass: string][] = [
    [delivery, 'Reporting-MTA: dns;x\r\n\r\nAction: failed', 'REPORT.IPM.Note.NDR'],
    [delivery, 'Action: delivered', 'REPORT.IPM.Note.DR'],
    [delivery, 'Action: vanished', 'IPM.Note'],
    [disposition, 'Disposition: manual-action/MDN-sent-manually; displayed', 'REPORT.IPM.Note.IPNRN'],
    [disposition, 'Disposition: automatic-action/MDN-sent-automatically; deleted', 'REPORT.IPM.Note.IPNNRN'],
    ['text/plain', 'Action: failed', 'IPM.Note'],
  ];
  test.each(cases)('%s, %j: %s', async (type, text, messageClass) => {
    expect(get(await report(type, text), pidTag.messageClass)).toBe(messageClass);
  });
});

test('a message that is all rich text has it for its body', async () => {
  const message = await read('33-rich-text-only');
  const rtf = decompressRtf(get(message, pidTag.rtfCompressed) as Uint8Array);
  expect(Buffer.from(rtf).toString()).toContain(String.raw`Hi \b Bob\b0`);
});

const wild = process.env['CUTOVER_MAIL'];

describe.skipIf(wild === undefined || !existsSync(wild))(
  `messages from the wild${wild === undefined ? ' (skipped: CUTOVER_MAIL names no folder of .eml files)' : ''}`,
  () => {
    const files = wild === undefined ? [] : readdirSync(wild, { recursive: true, encoding: 'utf8' });
    const names = files.filter((name) => name.endsWith('.eml'));

    test.each(names)('%s', async (name) => {
      const raw = new Uint8Array(readFileSync(join(wild!, name)));
      const { content, problems } = await importMime(raw);
      expect(problems.every(({ reason }) => reason !== '')).toBe(true);
      const held = content.attachments.length + content.properties.filter(({ tag }) => bodies.has(tag)).length;
      const [, ...rest] = Buffer.from(raw)
        .toString('latin1')
        .split(/\r?\n\r?\n/);
      const body = rest
        .join('\n')
        .replaceAll(/^(--.*|[A-Za-z-]+:.*)$/gm, '')
        .trim();
      if (body !== '') expect(held).toBeGreaterThan(0);
    });
  },
);

const bodies = new Set<number>([pidTag.body, pidTag.html, pidTag.rtfCompressed]);
