import { steppedClock } from '@cutover/base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MockExchange } from '../mock-exchange.ts';
import type { MockExchangeOptions } from '../options.ts';
import { basic } from '../testing/raw-client.ts';
import { contoso } from '../seeds/contoso/contoso.ts';

const at = Date.UTC(2010, 4, 3, 16, 56, 32, 616);
const clock = steppedClock(at);
const seed = contoso();
const { organisation } = seed;
const administrator = organisation.accounts.find(({ userName }) => userName === 'administrator')!;
const start = (options: MockExchangeOptions): Promise<MockExchange> =>
  MockExchange.start({ organisation, httpPort: 0, clock, ...options });

let mock: MockExchange;
beforeAll(async () => void (mock = await start({ profile: '2007' })));
afterAll(() => mock.close());

const requestFor = (address: string, schema = 'outlook/responseschema/2006a'): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
  <Request>
    <EMailAddress>${address}</EMailAddress>
    <AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/${schema}</AcceptableResponseSchema>
  </Request>
</Autodiscover>`;

interface Asked {
  readonly server?: MockExchange;
  readonly method?: string;
  readonly body?: string;
  readonly authorization?: string;
}

function ask({ server = mock, method = 'POST', authorization = basic(administrator), ...request }: Asked) {
  return fetch(`${server.httpUrl}/Autodiscover/Autodiscover.xml`, {
    method,
    headers: { authorization, 'content-type': 'text/xml' },
    redirect: 'manual',
    ...request,
  });
}

const answerTo = async (request: Asked): Promise<string> => (await ask(request)).text();

describe('settings', () => {
  test('of a mailbox, for Exchange 2007', async () => {
    const response = await ask({ body: requestFor('ANNB@contoso.com') });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/xml; charset=utf-8',
      server: 'Microsoft-IIS/7.0',
      'x-powered-by': 'ASP.NET',
    });
    await expect(await response.text()).toMatchFileSnapshot('__snapshots__/2007.xml');
  });

  test('of a mailbox, for Exchange 2010', async () => {
    await using server = await start({ profile: '2010' });
    const body = requestFor('annb@contoso.com');
    await expect(await answerTo({ server, body })).toMatchFileSnapshot('__snapshots__/2010.xml');
  });

  test('by the distinguished name instead of the address', async () => {
    const dn = organisation.recipients.find(({ alias }) => alias === 'annb')!.legacyExchangeDN;
    const body = requestFor('').replace('<EMailAddress></EMailAddress>', `<LegacyDN>${dn}</LegacyDN>`);
    expect(await answerTo({ body })).toContain(`<LegacyDN>${dn}</LegacyDN>`);
  });

  test('are for those who sign in', async () => {
    const response = await ask({ body: requestFor('annb@contoso.com'), authorization: 'Basic eDp5' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('NTLM');
  });

  test('say nothing of the outside while Outlook Anywhere is turned off', async () => {
    await using server = await start({ profile: '2010', organisation: { ...organisation, outlookAnywhere: null } });
    const answer = await answerTo({ server, body: requestFor('annb@contoso.com') });
    expect(answer).toContain('<Type>EXCH</Type>');
    expect(answer).not.toContain('<AuthPackage>');
  });
});

describe('errors', () => {
  test('in the form that clients know, with the time of the server', async () => {
    expect(await answerTo({ method: 'GET' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
        <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
          <Error Time="16:56:32.6160000" Id="2881580750">
            <ErrorCode>600</ErrorCode>
            <Message>Invalid Request</Message>
            <DebugData></DebugData>
          </Error>
        </Response>
      </Autodiscover>
      "
    `);
  });

  test.each([
    ['an address that nobody has', requestFor('nobody@contoso.com'), 500],
    ['text that is no XML', 'Hello', 600],
    ['another document', '<Discover/>', 600],
    ['an unclosed element', requestFor('annb@contoso.com').slice(0, -5), 600],
    ['a request without address', requestFor(''), 600],
    ['bytes that are no UTF-8', '\u{d800}', 600],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${requestFor('annb@contoso.com')}`, 600],
    ['a schema for telephones', requestFor('annb@contoso.com', 'mobilesync/responseschema/2006'), 601],
  ])('%s', async (_name, body, code) => {
    expect(await answerTo({ body })).toContain(`<ErrorCode>${code}</ErrorCode>`);
  });

  test('a body longer than any request is refused', async () => {
    expect((await ask({ body: 'x'.repeat(70_000) })).status).toBe(413);
  });
});

describe('redirection', () => {
  const body = requestFor('annb@contoso.com');

  test('to another address', async () => {
    const autodiscover = { redirectAddresses: { 'annb@contoso.com': 'ann@sub.contoso.com' } };
    await using server = await start({ profile: '2007', autodiscover });
    expect(await answerTo({ server, body })).toMatch(
      /<Action>redirectAddr<\/Action>\s*<RedirectAddr>ann@sub\.contoso\.com<\/RedirectAddr>/,
    );
    expect(await answerTo({ server, body: requestFor('administrator@contoso.com') })).toContain('settings</Action>');
  });

  test('of a contact, to where its mail goes; a group has no settings', async () => {
    await using server = await MockExchange.start({ seed: { ...seed, profile: '2010' }, httpPort: 0 });
    const of = (kind: string) => organisation.recipients.find((one) => one.kind === kind)!.primarySmtpAddress;
    const contact = await answerTo({ server, body: requestFor(of('contact')) });
    expect(contact).toContain('<Action>redirectAddr</Action>');
    expect(await answerTo({ server, body: requestFor(of('group')) })).toContain('>501<');
  });

  test('to another URL', async () => {
    const redirectUrl = 'https://cas.contoso.com/autodiscover/autodiscover.xml';
    await using server = await start({ profile: '2007', autodiscover: { redirectUrl } });
    expect(await answerTo({ server, body })).toMatch(
      /<Action>redirectUrl<\/Action>\s*<RedirectUrl>https:\/\/cas\.contoso\.com/,
    );
  });

  test('by HTTP, of everybody', async () => {
    const location = 'https://cas.contoso.com/autodiscover/autodiscover.xml';
    await using server = await start({ profile: '2007', autodiscover: { location } });
    for (const method of ['GET', 'POST']) {
      const response = await ask({ server, method, authorization: 'Basic eDp5' });
      expect([response.status, response.headers.get('location')]).toEqual([302, location]);
    }
  });
});

test('Exchange 2003 has none', async () => {
  await using server = await start({});
  expect(server.profile).toBe('2003');
  const response = await ask({ server, body: requestFor('annb@contoso.com') });
  expect([response.status, response.headers.get('server')]).toEqual([404, 'Microsoft-IIS/6.0']);
});

test('a profile that is not known is refused by name', async () => {
  await expect(start({ profile: '5.5' as '2003' })).rejects.toThrow("profile is '5.5'");
});
