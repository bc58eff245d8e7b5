import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidName, pidTag, type NamedProperty } from '@cutover/wire/properties';
import { isSdkError } from '@cutover/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageContent } from '../message-content.ts';
import { importCards } from './import-cards.ts';

const now = new Date('2013-02-01T00:00Z');
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const only = (...lines: string[]): MessageContent => {
  const contacts = importCards(card(...lines), { now });
  expect(contacts).toHaveLength(1);
  return contacts[0]!;
};
const tagged = ({ properties }: MessageContent, tag: number) => {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? property.value : undefined;
};
const named = ({ properties }: MessageContent, { name }: NamedProperty) => {
  const property = properties.find((one) => JSON.stringify(one.name) === JSON.stringify(name));
  return property !== undefined && 'value' in property ? property.value : undefined;
};

describe('version 3.0', () => {
  const contact = only(
    'VERSION:3.0',
    'N:Müller;Jürgen;Karl;Dr.;jun.',
    'FN:Dr. Jürgen Karl Müller jun.',
    'ORG:Contoso\\; Ltd.;Engineering',
    'TITLE:Head',
    'TEL;TYPE=WORK,VOICE:+49 89 1',
    'TEL;TYPE=WORK,VOICE:+49 89 2',
    'TEL;TYPE=HOME,FAX:+49 89 3',
    'TEL;TYPE=CELL:+49 170 4',
    'EMAIL;TYPE=INTERNET:jurgenm@contoso.com',
    'EMAIL:private@example.org',
    'ADR;TYPE=WORK:;Building 2;Main St. 1;Munich;BY;80331;Germany',
    'BDAY:1970-02-28',
    'NOTE:first\\nsec',
    ' ond',
    'CATEGORIES:Friends,Work',
    'REV:20121106T090000Z',
    'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4A==',
  );

  test('gives names, work and numbers', () => {
    expect(tagged(contact, pidTag.messageClass)).toBe('IPM.Contact');
    expect(tagged(contact, pidTag.surname)).toBe('Müller');
    expect(tagged(contact, pidTag.displayNamePrefix)).toBe('Dr.');
    expect(tagged(contact, pidTag.companyName)).toBe('Contoso; Ltd.');
    expect(tagged(contact, pidTag.departmentName)).toBe('Engineering');
    expect(tagged(contact, pidTag.businessTelephoneNumber)).toBe('+49 89 1');
    expect(tagged(contact, pidTag.business2TelephoneNumber)).toBe('+49 89 2');
    expect(tagged(contact, pidTag.homeFaxNumber)).toBe('+49 89 3');
    expect(tagged(contact, pidTag.mobileTelephoneNumber)).toBe('+49 170 4');
    expect(named(contact, pidLid.fileUnder)).toBe('Müller, Jürgen');
  });

  test('gives addresses of both kinds', () => {
    expect(named(contact, pidLid.email1EmailAddress)).toBe('jurgenm@contoso.com');
    expect(named(contact, pidLid.email2EmailAddress)).toBe('private@example.org');
    expect(named(contact, pidLid.addressBookProviderEmailList)).toEqual([0, 1]);
    expect(named(contact, pidLid.addressBookProviderArrayType)).toBe(3);
    expect(named(contact, pidLid.workAddressStreet)).toBe('Building 2\r\nMain St. 1');
    expect(named(contact, pidLid.workAddress)).toContain('80331 Munich BY');
  });

  test('gives dates, text, categories and the picture', () => {
    expect(tagged(contact, pidTag.birthday)).toBe(filetimeFromDate(new Date('1970-02-28T00:00Z')));
    expect(tagged(contact, pidTag.body)).toBe('first\r\nsecond');
    expect(named(contact, pidName.keywords)).toEqual(['Friends', 'Work']);
    expect(named(contact, pidLid.hasPicture)).toBe(true);
    expect(contact.attachments).toHaveLength(1);
    expect(tagged(contact, pidTag.creationTime)).toBe(filetimeFromDate(new Date('2012-11-06T09:00Z')));
  });
});

test('version 2.1, as Outlook 2003 writes it', () => {
  const contact = only(
    'VERSION:2.1',
    'N;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:G=F3mez;Mar=EDa',
    'TEL;HOME;VOICE:555-1',
    'TEL;WORK;FAX:555-2',
    'ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Calle 1=0D=0A=',
    'Piso 2;Madrid;;28001;Espa=C3=B1a',
    'EMAIL;PREF;INTERNET:maria@example.org',
  );
  expect(tagged(contact, pidTag.displayName)).toBe('María Gómez');
  expect(tagged(contact, pidTag.homeTelephoneNumber)).toBe('555-1');
  expect(tagged(contact, pidTag.businessFaxNumber)).toBe('555-2');
  expect(tagged(contact, pidTag.homeAddressStreet)).toBe('Calle 1\r\nPiso 2');
  expect(tagged(contact, pidTag.homeAddressCountry)).toBe('España');
});

test('version 4.0', () => {
  const contact = only(
    'VERSION:4.0',
    'FN:Zoë',
    'TEL;VALUE=uri;TYPE="voice,cell":tel:+49-170-1',
    'IMPP:xmpp:zoe@example.org',
    'PHOTO:data:image/jpeg;base64,/9j/4A==',
    'item1.ADR;LABEL="a;b:c":;;Somewhere 1;;;;',
  );
  expect(tagged(contact, pidTag.mobileTelephoneNumber)).toBe('+49-170-1');
  expect(named(contact, pidLid.instantMessagingAddress)).toBe('xmpp:zoe@example.org');
  expect(contact.attachments).toHaveLength(1);
  expect(tagged(contact, pidTag.otherAddressStreet)).toBe('Somewhere 1');
});

test('a fourth address goes to the text, so that none is lost', () => {
  const contact = only('FN:Many', ...['a', 'b', 'c', 'd'].map((name) => `EMAIL:${name}@example.org`));
  expect(tagged(contact, pidTag.body)).toContain('d@example.org');
});

test('so do numbers that no kind is left for', () => {
  const contact = only('FN:Many', ...['1', '2', '3', '4', '5'].map((number) => `TEL:55${number}`));
  expect(tagged(contact, pidTag.otherTelephoneNumber)).toBe('551');
  expect(tagged(contact, pidTag.body)).toBe('555');
});

test('a file may hold several', () => {
  const names = importCards(card('FN:One') + card('FN:Two'), { now }).map((one) => tagged(one, pidTag.displayName));
  expect(names).toEqual(['One', 'Two']);
});

test.each([
  ['', 'it holds no card'],
  ['hello\r\n', 'it holds no card'],
  ['BEGIN:VCARD\r\nFN:x\r\n', 'the last card has no end'],
])('%j is refused with a reason', (source, reason) => {
  expect(() => importCards(source, { now })).toThrow(`This is not a vCard file: ${reason}.`);
});

test('whatever a file holds becomes contacts, or one named error', () => {
  const line = fc.constantFrom(
    'BEGIN:VCARD',
    'END:VCARD',
    'N:;;;',
    'N;ENCODING=QUOTED-PRINTABLE:=',
    'TEL;;;:',
    'PHOTO;BASE64:@@',
    'ADR:a;b',
    'BDAY:9999-99-99',
    'REV:20121399T999999Z',
    'FN:x\\',
    ':',
    'NOTE;CHARSET=foo;ENCODING=QUOTED-PRINTABLE:=FF=',
    ' folded',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
      try {
        importCards(lines.join('\r\n'), { now });
      } catch (error) {
        expect(isSdkError(error, 'content.cardUnreadable')).toBe(true);
      }
    }),
  );
});
