import { filetimeFromDate } from '@cutover/wire';
import { pidTag, propertySet, propertyType } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import {
  composeMail,
  fileAttachment,
  importMime,
  type Mail,
  messageAttachment,
  type MessageContent,
  type StoredProperty,
} from '../index.ts';
import { renderMime } from './render-mime.ts';

const ann = {
  name: 'Ann Beebe',
  smtp: 'annb@contoso.com',
  legacyExchangeDN: '/o=Contoso/ou=First/cn=Recipients/cn=annb',
};
const zhanna = { name: 'Жанна Grün, Ltd.', smtp: 'zh@example.org' };
const searchKey = Uint8Array.from({ length: 16 }, (_, index) => index);
const sentAt = new Date('2004-11-01T10:00:00Z');
const smtpOf = (dn: string) => (dn === ann.legacyExchangeDN ? ann.smtp : undefined);

const mail = (besides: Partial<Mail> = {}): MessageContent =>
  composeMail({ subject: 'Report', from: ann, to: [zhanna], sentAt, text: 'Hello\r\n', searchKey, ...besides });
const rendered = async (content: MessageContent): Promise<string> =>
  Buffer.from(await renderMime(content, { smtpOf, domain: 'contoso.com' })).toString('latin1');
const valueOf = ({ properties }: { properties: readonly StoredProperty[] }, tag: number) => {
  const found = properties.find((property) => property.tag === tag);
  return found !== undefined && 'value' in found ? found.value : undefined;
};
const again = async (content: MessageContent): Promise<MessageContent> =>
  (await importMime(await renderMime(content, { smtpOf }))).content;

describe('renderMime', () => {
  test('writes a plain mail as Exchange 2003 would', async () => {
    expect(await rendered(mail())).toMatchInlineSnapshot(`
      "X-MimeOLE: Produced By Microsoft Exchange V6.5
      From: Ann Beebe <annb@contoso.com>
      To: =?UTF-8?B?0JbQsNC90L3QsCBHcsO8biwgTHRkLg==?= <zh@example.org>
      Subject: Report
      Date: Mon, 01 Nov 2004 10:00:00 +0000
      Message-ID: <000102030405060708090A0B0C0D0E0F@contoso.com>
      Thread-Topic: Report
      Content-Transfer-Encoding: 7bit
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      Hello
      "
    `);
  });

  test('writes each field once, however many people it names', async () => {
    const text = await rendered(mail({ to: [ann, zhanna, { name: 'Bob', smtp: 'bob@x.org' }] }));
    expect(text.match(/^To: /gm)).toHaveLength(1);
    expect(text.replaceAll(/\r\n /g, ' ')).toContain(
      'annb@contoso.com>, =?UTF-8?B?0JbQsNC90L3QsCBHcsO8biwgTHRkLg==?= <zh@example.org>, Bob',
    );
  });

  test('gives the same bytes each time, and ends every line by CR LF', async () => {
    const content = mail({
      html: '<p>Grüße\nЖ</p>',
      attachments: [fileAttachment({ name: 'a.txt', data: searchKey })],
    });
    const [first, second] = [await rendered(content), await rendered(content)];
    expect(second).toBe(first);
    expect(first.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('gives the bytes that came, where they are kept', async () => {
    const raw = Buffer.from('Subject: odd\nX: \xff\n\nlines without CR\n', 'latin1');
    const { content } = await importMime(raw, { keepOriginal: true });
    expect(await renderMime(content)).toEqual(raw);
  });

  test('loses nothing that a reader of MIME can have back', async () => {
    const content = mail({
      subject: 'RE: Grüße Ж '.repeat(12).trim(),
      cc: [ann, { name: 'Bob', smtp: 'bob@x.org' }],
      bcc: [{ name: 'hidden@x.org', smtp: 'hidden@x.org' }],
      text: `Ж ${'long '.repeat(300)}\r\n.\r\nFrom here\r\n`,
      html: '<html><body>Grüße <img src="cid:one@x"></body></html>',
      messageId: '<1@contoso.com>',
      inReplyTo: '<0@contoso.com>',
      references: '<a@contoso.com> <0@contoso.com>',
      importance: 'high',
      sensitivity: 'confidential',
      categories: ['Blue', 'Ж'],
      attachments: [
        fileAttachment({
          name: 'picture.png',
          mimeType: 'image/png',
          data: searchKey,
          contentId: 'one@x',
          inline: true,
        }),
        fileAttachment({ name: 'Übersicht Ж.bin', data: Uint8Array.from({ length: 1000 }, (_, at) => at & 0xff) }),
        fileAttachment({ name: 'lines.txt', mimeType: 'text/plain', data: Buffer.from('a\nb\r\nc\r') }),
      ],
    });
    const back = await again(content);
    for (const tag of [
      pidTag.subject,
      pidTag.internetMessageId,
      pidTag.inReplyToId,
      pidTag.internetReferences,
      pidTag.importance,
      pidTag.sensitivity,
      pidTag.clientSubmitTime,
      pidTag.displayTo,
      pidTag.displayCc,
      pidTag.displayBcc,
      pidTag.senderName,
    ]) {
      expect(valueOf(back, tag), tag.toString(16)).toEqual(valueOf(content, tag));
    }
    // The parser ends a text by a line break of its own.
    expect(String(valueOf(back, pidTag.body)).trimEnd()).toBe(String(valueOf(content, pidTag.body)).trimEnd());
    expect(
      Buffer.from(valueOf(back, pidTag.html) as Uint8Array)
        .toString()
        .trimEnd(),
    ).toBe(Buffer.from(valueOf(content, pidTag.html) as Uint8Array).toString());
    const files = ({ attachments }: MessageContent) =>
      attachments.map((attachment) => ({
        name: valueOf(attachment, pidTag.attachLongFilename),
        cid: valueOf(attachment, pidTag.attachContentId),
        data: Buffer.from(valueOf(attachment, pidTag.attachDataBinary) as Uint8Array).toString('hex'),
      }));
    expect(files(back)).toEqual(files(content));
  });

  test('attaches a message as one, with its own attachments', async () => {
    const inner = mail({ subject: 'Inner Ж', attachments: [fileAttachment({ name: 'x.bin', data: searchKey })] });
    const back = await again(mail({ attachments: [messageAttachment('Inner Ж', inner)] }));
    expect(valueOf(back.attachments[0]!.embedded!, pidTag.subject)).toBe('Inner Ж');
    expect(back.attachments[0]!.embedded!.attachments).toHaveLength(1);
  });

  test('keeps rich text beside the plain one, and never writes TNEF', async () => {
    const text = await rendered(mail({ rtf: Buffer.from('{\\rtf1 Hello}') }));
    expect(text).toContain('multipart/alternative');
    expect(text).toContain(
      `text/rtf\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('{\\rtf1 Hello}').toString('base64')}`,
    );
    expect(text).not.toMatch(/ms-tnef|winmail/i);
  });

  test('writes named header properties as fields, and no field twice', async () => {
    const field = (name: string, value: string): StoredProperty => ({
      tag: 0x80000000 + propertyType.unicode,
      name: { set: propertySet.internetHeaders, name },
      value,
    });
    const text = await rendered(
      mail({ besides: [field('x-ticket', 'Ж 7\r\nEvil: yes'), field('subject', 'Other'), field('bad name', 'no')] }),
    );
    expect(text).toMatch(/^X-Ticket: =\?UTF-8\?/m);
    expect(text).not.toMatch(/^Evil|Other|bad name/m);
  });

  test('asks for receipts and tells times by their fields', async () => {
    const expires = filetimeFromDate(new Date('2004-12-24T00:00:00Z'));
    const text = await rendered(
      mail({
        besides: [
          { tag: pidTag.readReceiptRequested, value: true },
          { tag: pidTag.expiryTime, value: expires },
        ],
      }),
    );
    expect(text).toContain('Disposition-Notification-To: annb@contoso.com\r\n');
    expect(text).toContain('Expires: Fri, 24 Dec 2004 00:00:00 +0000\r\n');
  });

  test('writes HTML of an old code page in that code page', async () => {
    const content: MessageContent = {
      properties: [
        { tag: pidTag.html, value: Uint8Array.from(Buffer.from('<p>Gr\xfc\xdfe</p>', 'latin1')) },
        { tag: pidTag.internetCodepage, value: 28591 },
      ],
      recipients: [],
      attachments: [],
    };
    const text = await rendered(content);
    expect(text).toContain('text/html; charset=iso-8859-1');
    expect(text).toContain('Gr=FC=DFe');
  });

  test('gives a clear-signed entity byte for byte', async () => {
    const entity =
      'Content-Type: multipart/signed; boundary=b; protocol="application/pkcs7-signature"\r\n\r\n--b\r\n\r\nsigned \t\r\n--b\r\n' +
      'Content-Type: application/pkcs7-signature\r\n\r\nxx\r\n--b--\r\n';
    const { content } = await importMime(Buffer.from(`Subject: s\r\nMIME-Version: 1.0\r\n${entity}`));
    const text = await rendered(content);
    expect(text).toContain(entity.slice(entity.indexOf('\r\n\r\n')));
    expect(text.match(/^content-type: multipart\/signed/gim)).toHaveLength(1);
  });

  test('wraps an address of a directory that nobody can look up', async () => {
    const text = Buffer.from(await renderMime(mail(), { domain: 'contoso.com' })).toString();
    expect(text).toContain('IMCEAEX-_o=Contoso_ou=First_cn=Recipients_cn=annb@contoso.com');
  });
});
