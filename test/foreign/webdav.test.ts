import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePcapng, MockExchange, renderMessage } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run } from './foreign-client.ts';

let mock: MockExchange;
let folder: string;
let user: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-webdav-'));
  mock = await MockExchange.start({ webDav: true, httpPort: 0, strict: true });
  const { domain, userName, password } = mock.accounts.find(({ userName: name }) => name === 'annb')!;
  user = `${domain}\\${userName}:${password}`;
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const base = () => `${mock.httpUrl}/exchange/annb`;

/** What curl got: the status, the header and the body. */
async function curl(method: string, url: string, ...args: string[]): Promise<{ status: number; body: string }> {
  const { code, stdout, stderr } = await run('curl', [
    '-sS',
    '-X',
    method,
    '-u',
    user,
    '-w',
    '\n%{http_code}',
    ...args,
    url,
  ]);
  expect(code, stderr).toBe(0);
  const end = stdout.lastIndexOf('\n');
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) };
}

const xml = (body: string): string[] => ['-H', 'Content-Type: text/xml', '--data', `<?xml version="1.0"?>${body}`];
const asked = (props: string): string =>
  `<propfind xmlns="DAV:" xmlns:h="urn:schemas:httpmail:"><prop>${props}</prop></propfind>`;
const propfind = (url: string, depth: string, props: string, ...args: string[]) =>
  curl('PROPFIND', url, '-H', `Depth: ${depth}`, ...xml(asked(props)), ...args);
const search = (sql: string, ...args: string[]) =>
  curl(
    'SEARCH',
    `${base()}/`,
    ...xml(`<d:searchrequest xmlns:d="DAV:"><d:sql>${sql}</d:sql></d:searchrequest>`),
    ...args,
  );
const hrefsIn = (body: string): string[] => [...body.matchAll(/<a:response><a:href>([^<]*)/g)].map(([, href]) => href!);

describeForeign('curl', 'WebDAV at /exchange', () => {
  test.each([
    ['Basic', []],
    ['NTLM', ['--ntlm']],
  ])('%s opens the own mailbox, and no other without a right to it', async (_scheme, args) => {
    const { status, body } = await propfind(`${base()}/`, '0', '<h:inbox/><h:sentitems/><nosuch/>', ...args);
    expect(status).toBe(207);
    expect(body).toContain(`:inbox>${base()}/Inbox/<`);
    expect(body).toContain(`:sentitems>${base()}/Sent%20Items/<`);
    expect(body).toContain('<a:status>HTTP/1.1 404 Resource Not Found</a:status><a:prop><a:nosuch/></a:prop>');
    expect((await curl('PROPFIND', `${mock.httpUrl}/exchange/tonyk/`, ...args)).status).toBe(403);
    expect((await curl('PROPFIND', `${mock.httpUrl}/exchange/nobody/`, ...args)).status).toBe(404);
  });

  test('without credentials nothing is told', async () => {
    const { stdout } = await run('curl', [
      '-sS',
      '-X',
      'PROPFIND',
      '-w',
      '%{http_code}',
      '-o',
      '/dev/null',
      `${base()}/`,
    ]);
    expect(stdout).toBe('401');
  });

  test('a folder lists its messages, and each can be had as it is rendered', async () => {
    const { mailbox } = mock.mailbox('annb');
    const messages = mailbox.messages(mailbox.wellKnown('inbox'), { associated: false });
    const { body } = await propfind(`${base()}/Inbox/`, '1,noroot', '<h:subject/><getcontentlength/><isfolder/>');
    const hrefs = hrefsIn(body).filter((href) => href.endsWith('.EML'));
    expect(hrefs).toHaveLength(messages.length);
    for (const [index, href] of hrefs.slice(0, 5).entries()) {
      const file = join(folder, 'message.eml');
      await curl('GET', href, '-o', file, '-H', 'Translate: f');
      expect(await readFile(file)).toEqual(Buffer.from(await renderMessage(mock.organisation, messages[index]!)));
    }
  });

  test('SEARCH finds folders and messages by what its clients ask', async () => {
    const folders = await search(
      `SELECT "DAV:displayname", "http://schemas.microsoft.com/exchange/outlookfolderclass" FROM SCOPE('DEEP TRAVERSAL OF "${base()}/"') WHERE "DAV:isfolder" = true AND "DAV:ishidden" = false AND ("http://schemas.microsoft.com/exchange/outlookfolderclass" = 'IPF.Note' OR "http://schemas.microsoft.com/exchange/outlookfolderclass" = 'IPF.Contact')`,
    );
    expect(folders.status).toBe(207);
    expect(hrefsIn(folders.body)).toEqual(expect.arrayContaining([`${base()}/Inbox/`, `${base()}/Contacts/`]));
    expect(hrefsIn(folders.body)).not.toContain(`${base()}/Calendar/`);
    const { mailbox } = mock.mailbox('annb');
    const inbox = mailbox.messages(mailbox.wellKnown('inbox'), { associated: false });
    const rows = await search(
      `SELECT "DAV:uid", "http://schemas.microsoft.com/mapi/proptag/x0e230003", "urn:schemas:httpmail:read", "http://schemas.microsoft.com/mapi/id/{00062008-0000-0000-C000-000000000046}/0x8570" AS deleted FROM SCOPE('SHALLOW TRAVERSAL OF "${base()}/Inbox"') WHERE "DAV:isfolder" = false ORDER BY "http://schemas.microsoft.com/mapi/proptag/x0e230003" DESC`,
      '-H',
      'Range: rows=0-2',
    );
    const ids = [...rows.body.matchAll(/x0e230003 b:dt="int">(\d+)</g)].map(([, id]) => Number(id));
    expect(ids).toEqual(
      inbox
        .map(({ id }) => id)
        .toReversed()
        .slice(0, 3),
    );
    expect(rows.body).toContain('<a:contentrange>0-2</a:contentrange>');
    expect((await search('SELECT &quot;DAV:uid&quot; FROM SCOPE(')).status).toBe(400);
  });

  test('messages and folders are made, marked, moved, copied and deleted', async () => {
    await using fork = await mock.fork();
    const at = `${fork.httpUrl}/exchange/annb`;
    const text = 'Subject: put\r\n\r\nby curl\r\n';
    const message = join(folder, 'put.eml');
    await writeFile(message, text);
    const to = (path: string) => ['-H', `Destination: ${at}/${path}`];
    const mark = `<propertyupdate xmlns="DAV:" xmlns:h="urn:schemas:httpmail:" xmlns:p="http://schemas.microsoft.com/mapi/proptag/"><set><prop><h:read>0</h:read><p:x10900003>2</p:x10900003><p:x66590102>AA==</p:x66590102></prop></set></propertyupdate>`;
    const step = async (expected: number, done: ReturnType<typeof curl>): Promise<string> => {
      const { status, body } = await done;
      expect(status).toBe(expected);
      return body;
    };
    await step(201, curl('MKCOL', `${at}/New%20folder`));
    await step(405, curl('MKCOL', `${at}/New%20folder`));
    await step(409, curl('MKCOL', `${at}/none/below`));
    await step(201, curl('PUT', `${at}/New%20folder/one.EML`, '-T', message));
    await step(200, curl('PUT', `${at}/New%20folder/one.EML`, '-T', message));
    expect(await step(200, curl('GET', `${at}/New%20folder/one.EML`))).toBe(text);
    const marked = await step(207, curl('PROPPATCH', `${at}/New%20folder/one.EML`, '--data', mark));
    expect(marked).toMatch(/200 OK<.*:read\/>.*403 Forbidden<.*x66590102/);
    await step(201, curl('COPY', `${at}/New%20folder/one.EML`, ...to('Drafts/two.EML')));
    await step(412, curl('MOVE', `${at}/New%20folder/one.EML`, ...to('Drafts/two.EML'), '-H', 'Overwrite: F'));
    await step(204, curl('MOVE', `${at}/New%20folder/one.EML`, ...to('Drafts/two.EML')));
    await step(404, curl('GET', `${at}/New%20folder/one.EML`));
    expect(await step(200, curl('GET', `${at}/Drafts/two.EML`))).toBe(text);
    const { mailbox } = fork.mailbox('annb');
    expect(mailbox.messages(mailbox.wellKnown('drafts')).at(-1)).toMatchObject({ read: false });
    const target = `<delete xmlns="DAV:"><target><href>two.EML</href><href>none.EML</href></target></delete>`;
    const deleted = await step(207, curl('BDELETE', `${at}/Drafts/`, '--data', target));
    expect(deleted).toMatch(/two\.EML<.*200 OK.*none\.EML<.*404/);
    await step(201, curl('MOVE', `${at}/New%20folder`, ...to('Inbox/Moved')));
    await step(200, curl('DELETE', `${at}/Inbox/Moved`));
    await step(403, curl('DELETE', `${at}/Inbox`));
  });

  test('what Exchange has not is refused by name', async () => {
    await using fork = await mock.fork();
    const { status } = await curl('MKCALENDAR', `${fork.httpUrl}/exchange/annb/Inbox/`);
    expect(status).toBe(501);
    expect(fork.journal.unexpected).toMatchObject([{ method: 'MKCALENDAR', status: 501 }]);
    fork.journal.clear();
    expect(await curl('PROPFIND', `${base()}/`, '--data', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toMatchObject({
      status: 400,
    });
  });

  test('a folder can be watched: POLL tells once what has happened, and NOTIFY at once', async () => {
    await using fork = await mock.fork();
    const inbox = `${fork.httpUrl}/exchange/annb/Inbox`;
    const listener = createSocket('udp4').bind(0, '127.0.0.1');
    await once(listener, 'listening');
    const told = once(listener, 'message') as Promise<[Buffer]>;
    const callBack = `Call-Back: httpu://client.example:${listener.address().port}/watch`;
    const subscribe = (type: string, ...args: string[]) =>
      curl('SUBSCRIBE', inbox, '-H', `Notification-Type: ${type}`, '-o', join(folder, 'none'), '-D', '-', ...args);
    const idOf = ({ body }: { body: string }): string => /^Subscription-ID: (\d+)\r$/m.exec(body)![1]!;
    const [update, removal] = [idOf(await subscribe('update', '-H', callBack)), idOf(await subscribe('delete'))];
    const poll = (ids: string) => curl('POLL', inbox, '-H', `Subscription-ID: ${ids}`);
    const quiet = /204 No Content<\/a:status><\w+:subscriptionID><li>(\d)<\/li><li>(\d)<\/li>/;
    expect(quiet.exec((await poll(`${update}, ${removal}`)).body)!.slice(1)).toEqual([update, removal]);

    fork.mailbox('annb').add('inbox', { type: 'mail', subject: 'New', from: 'tonyk', sentAt: new Date() });
    expect(String((await told)[0])).toBe(
      `NOTIFY httpu://client.example:${listener.address().port}/watch HTTP/1.1\r\nSubscription-ID: ${update}\r\n\r\n`,
    );
    listener.close();
    const fired = await poll(`${update}, ${removal}, 99`);
    expect(fired.status).toBe(207);
    expect(fired.body).toMatch(new RegExp(`200 OK</a:status><\\w+:subscriptionID><li>${update}</li>`));
    expect(fired.body).toMatch(new RegExp(`204 No Content</a:status><\\w+:subscriptionID><li>${removal}</li>`));
    expect(fired.body).toMatch(/412 Precondition Failed<\/a:status><\w+:subscriptionID><li>99</);
    expect((await poll(update)).body).toContain('204 No Content');

    expect((await curl('UNSUBSCRIBE', inbox, '-H', `Subscription-ID: ${update}`)).status).toBe(200);
    expect((await poll(update)).status).toBe(412);
    expect((await subscribe('no such type')).status).toBe(400);
  });

  test('a locked message changes for nobody but who knows the lock', async () => {
    await using fork = await mock.fork();
    const at = `${fork.httpUrl}/exchange/annb/Drafts/locked.EML`;
    const message = join(folder, 'locked.eml');
    await writeFile(message, 'Subject: locked\r\n\r\n');
    await curl('PUT', at, '-T', message);
    const body = `<lockinfo xmlns="DAV:"><locktype><write/></locktype><lockscope><exclusive/></lockscope><owner>Ann</owner></lockinfo>`;
    const lock = () => curl('LOCK', at, '-H', 'Timeout: Second-60', ...xml(body));
    const made = await lock();
    expect(made).toMatchObject({ status: 200, body: expect.stringContaining('<a:timeout>Second-60<') });
    const token = /<a:href>(opaquelocktoken:[\dA-F-]{36})</.exec(made.body)![1]!;
    expect((await lock()).status).toBe(423);
    expect((await propfind(at, '0', '<lockdiscovery/>')).body).toContain(token);
    expect((await curl('PUT', at, '-T', message)).status).toBe(423);
    expect((await curl('DELETE', at)).status).toBe(423);
    expect((await curl('PUT', at, '-T', message, '-H', `If: (<${token}>)`)).status).toBe(200);
    expect((await curl('LOCK', at, '-H', `If: (<${token}>)`)).status).toBe(200);
    expect((await curl('UNLOCK', at, '-H', 'Lock-Token: <opaquelocktoken:other>')).status).toBe(412);
    expect((await curl('UNLOCK', at, '-H', `Lock-Token: <${token}>`)).status).toBe(204);
    expect((await curl('DELETE', at)).status).toBe(200);
  });

  test('an appointment is had as a calendar beside its text, found by its times', async () => {
    await using fork = await mock.fork();
    const [start, end] = [new Date('2012-05-07T07:00:00Z'), new Date('2012-05-07T08:30:00Z')];
    fork.mailbox('annb').add('calendar', { type: 'appointment', subject: 'Plan', start, end, location: 'Room 4' });
    const at = `${fork.httpUrl}/exchange/annb/Calendar`;
    const sql = `SELECT "urn:schemas:calendar:location" FROM SCOPE('SHALLOW TRAVERSAL OF "${at}"') WHERE "urn:schemas:calendar:dtstart" = '2012-05-07T07:00:00Z'`;
    const found = await curl(
      'SEARCH',
      at,
      ...xml(`<d:searchrequest xmlns:d="DAV:"><d:sql>${sql}</d:sql></d:searchrequest>`),
    );
    expect(found.body).toContain(':location>Room 4<');
    const { body } = await curl('GET', hrefsIn(found.body)[0]!, '-H', 'Translate: f');
    expect(body).toMatch(/Content-Type: text\/calendar;[^]*DTSTART:20120507T070000Z\r\nDTEND:20120507T083000Z\r\n/);
  });

  test('a contact is told by the names of its properties', async () => {
    await using fork = await mock.fork();
    const names = { givenName: 'Zoë', surname: 'Adams', displayName: 'Zoë Adams' };
    const createdAt = new Date('2012-05-01T09:00:00Z');
    fork.mailbox('annb').add('contacts', { type: 'contact', ...names, createdAt });
    const asked = `<propfind xmlns="DAV:" xmlns:c="urn:schemas:contacts:"><prop><c:cn/><c:givenName/><c:sn/></prop></propfind>`;
    const { body } = await curl('PROPFIND', `${fork.httpUrl}/exchange/annb/Contacts`, '-H', 'Depth: 1', ...xml(asked));
    expect(body).toMatch(/:cn>Zoë Adams<.*:givenName>Zoë<.*:sn>Adams</);
  });

  test('the attachments of a message are enumerated', async () => {
    await using fork = await mock.fork();
    const [added] = fork.mailbox('annb').add('drafts', {
      type: 'mail',
      subject: 'Two files',
      sentAt: new Date(),
      attachments: [
        { name: 'plan.txt', data: Buffer.from('plan') },
        { name: 'Übersicht.csv', data: Buffer.from('a;b') },
      ],
    });
    const at = `${fork.httpUrl}/exchange/annb/Drafts/Two%20files-${added!.id}.EML`;
    const { status, body } = await curl('X-MS-ENUMATTS', at);
    expect(status).toBe(207);
    expect(hrefsIn(body)).toEqual([`${at}/plan.txt`, `${at}/%C3%9Cbersicht.csv`]);
    expect([...body.matchAll(/x0e200003 b:dt="int">(\d+)</g)].map(([, size]) => size)).toEqual(['4', '3']);
  });

  test('faults strike the method that they name', async () => {
    await using fork = await mock.fork();
    fork.faults.on({ http: 'PROPFIND', nth: 1 }).httpStatus(503);
    expect((await curl('PROPFIND', `${fork.httpUrl}/exchange/annb/`)).status).toBe(503);
    expect((await curl('PROPFIND', `${fork.httpUrl}/exchange/annb/`, '-H', 'Depth: 0')).status).toBe(207);
    fork.journal.assertOrder({ http: 'PROPFIND' }, { http: 'PROPFIND' });
  });
});

describeForeign('tshark', 'reads what was said by WebDAV', () => {
  test('requests and answers by their methods and statuses, none malformed', async () => {
    await using tapped = await MockExchange.start({ webDav: true, httpPort: 0, tap: true });
    const at = `${tapped.httpUrl}/exchange/annb`;
    const message = join(folder, 'said.eml');
    await writeFile(message, 'Subject: said\r\n\r\nby curl\r\n');
    const { password } = tapped.account('annb');
    const credentials = ['-u', `CONTOSO\\annb:${password}`];
    await curl('PROPFIND', `${at}/`, '-H', 'Depth: 0', ...xml(asked('<h:inbox/>')), ...credentials);
    await curl('PUT', `${at}/Drafts/said.EML`, '-T', message, '-H', 'Transfer-Encoding: chunked', ...credentials);
    await curl(
      'BDELETE',
      `${at}/Drafts/`,
      ...xml('<delete xmlns="DAV:"><target><href>said.EML</href></target></delete>'),
      ...credentials,
    );
    const capture = join(folder, 'said.pcapng');
    await writeFile(capture, encodePcapng(tapped.tap.pdus));
    const read = async (filter: string, ...fields: string[]): Promise<string[]> => {
      const columns = fields.flatMap((field) => ['-e', field]);
      const { code, stdout, stderr } = await run('tshark', ['-r', capture, '-Y', filter, '-T', 'fields', ...columns]);
      expect(code, stderr).toBe(0);
      return stdout.split('\n').filter((line) => line !== '');
    };
    expect(await read('_ws.malformed', 'frame.number')).toEqual([]);
    expect(await read('http.request', 'http.request.method')).toEqual(['PROPFIND', 'PUT', 'BDELETE']);
    expect(await read('http.response', 'http.response.code', 'http.request.uri')).toHaveLength(3);
    expect(await read('xml.tag contains "inbox"', 'frame.number')).not.toEqual([]);
  });
});
