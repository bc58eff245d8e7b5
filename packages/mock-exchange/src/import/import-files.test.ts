import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pidTag } from '@cutover/wire/properties';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFiles } from './import-files.ts';
import type { ImportedItem } from './imported-item.ts';
import { decodeFolderName } from './maildir.ts';

const mail = (subject: string) => `Subject: ${subject}\r\nDate: Tue, 6 Nov 2012 09:00:00 -0800\r\n\r\n${subject}\r\n`;
const event =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20121108T170000Z\r\nSUMMARY:meet\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const files: Record<string, string> = {
  'one.eml': mail('one'),
  'tree/b.eml': mail('b'),
  'tree/Ünter/a.eml': mail('a'),
  'tree/Ünter/dates.ics': event,
  'tree/people.vcf': 'BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n',
  'tree/readme.txt': 'not mail',
  'tree/broken.ics': 'not a calendar',
  'some.mbox': `From a Tue Nov  6 09:00:00 2012\n${mail('first')}\nFrom b Tue Nov  6 09:00:00 2012\n${mail('second')}`,
  'empty.mbox': 'no separator\n',
  'Maildir/cur/1.host:2,S': mail('seen'),
  'Maildir/cur/2.host:2,F': mail('flagged'),
  'Maildir/cur/3.host:2,T': mail('trashed'),
  'Maildir/new/4.host': mail('new'),
  'Maildir/.Projects.Alpha/cur/5.host:2,S': mail('alpha'),
  'Maildir/.&ANw-bung/new/6.host': mail('übung'),
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await mkdir(join(folder, 'Maildir/tmp'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (name: string) => importFiles(join(folder, name), { now: new Date('2013-02-01T00:00Z') });
const valueOf = ({ content }: ImportedItem, tag: number) => {
  const property = content.properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? property.value : undefined;
};
const brief = (item: ImportedItem) => [item.folder.join('/'), item.kind, valueOf(item, pidTag.subject)];

describe('files by their kind', () => {
  test('a message', async () => {
    const { items, problems } = await read('one.eml');
    expect(items.map(brief)).toEqual([['', 'mail', 'one']]);
    expect(items[0]!.deliveredAt).toEqual(new Date('2012-11-06T17:00Z'));
    expect(problems).toEqual([]);
  });

  test('an mbox, message by message', async () => {
    expect((await read('some.mbox')).items.map(brief)).toEqual([
      ['', 'mail', 'first'],
      ['', 'mail', 'second'],
    ]);
    expect((await read('empty.mbox')).problems).toMatchObject([{ reason: 'no line of it begins a message' }]);
  });

  test('a folder, with the folders below; what is of another kind, or damaged, is told of', async () => {
    const { items, problems } = await read('tree');
    expect(items.map(brief)).toEqual([
      ['', 'mail', 'b'],
      ['', 'contact', 'Zoë'],
      ['Ünter', 'mail', 'a'],
      ['Ünter', 'appointment', 'meet'],
    ]);
    expect(problems.map(({ path }) => path.slice(folder.length + 1))).toEqual(['tree/broken.ics', 'tree/readme.txt']);
  });

  test('a Maildir: folders, what was read, what was flagged; what was thrown away stays away', async () => {
    const { items } = await read('Maildir');
    expect(items.map((item) => [...brief(item), item.read])).toEqual([
      ['', 'mail', 'seen', true],
      ['', 'mail', 'flagged', false],
      ['', 'mail', 'new', false],
      ['Übung', 'mail', 'übung', false],
      ['Projects/Alpha', 'mail', 'alpha', true],
    ]);
    expect(items.map((item) => valueOf(item, pidTag.flagStatus))).toEqual([
      undefined,
      2,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('names of Maildir folders are decoded', () => {
  expect(['Tom &- Jerry', '&ZeVnLIqe-', 'plain'].map(decodeFolderName)).toEqual(['Tom & Jerry', '日本語', 'plain']);
});

test('what is not there, or not known, is refused by name', async () => {
  await expect(read('nothing.eml')).rejects.toThrow(expect.objectContaining({ code: 'import.unreadable' }));
  await expect(read('tree/readme.txt')).rejects.toThrow(expect.objectContaining({ code: 'import.unknownKind' }));
});
