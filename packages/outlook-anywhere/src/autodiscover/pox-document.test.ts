import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePoxAnswer, type PoxAnswer, poxRequest } from './pox-document.ts';
import { readSettings, versionOf } from './read-settings.ts';

const url = 'https://autodiscover.contoso.com/autodiscover/autodiscover.xml';
const parse = (text: string): Promise<PoxAnswer> => parsePoxAnswer(Buffer.from(text), url);

async function settingsIn(text: string) {
  const answer = await parse(text);
  if (answer.action !== 'settings') throw new Error(`the action is ${answer.action}`);
  return readSettings(answer.document, { url, emailAddress: 'asked@contoso.com' });
}

/** Source: "Get user settings from Exchange by using Autodiscover", learn.microsoft.com; URLs for other clients left out. */
const guide = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="https://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
  <Response xmlns="https://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
    <User>
      <DisplayName>Mara Whitley</DisplayName>
      <LegacyDN>/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=f5eeabead90d4b6fb51d6379474692cd-Mara</LegacyDN>
      <AutoDiscoverSMTPAddress>mara@contoso.com</AutoDiscoverSMTPAddress>
      <DeploymentId>50817eff-b925-4578-a0db-13bfc635e7a5</DeploymentId>
    </User>
    <Account>
      <AccountType>email</AccountType>
      <Action>settings</Action>
      <MicrosoftOnline>False</MicrosoftOnline>
      <Protocol>
        <Type>EXCH</Type>
        <Server>5f76be3c-9138-4f66-85e0-21bc23ca35f0@contoso.com</Server>
        <ServerVersion>73C08204</ServerVersion>
        <PublicFolderServer>public.contoso.com</PublicFolderServer>
        <AD>dc.contoso.com</AD>
        <EcpUrl-um>?rfr=olk&amp;amp;p=customize/voicemail.aspx&amp;amp;exsvurl=1&amp;amp;realm=contoso.com</EcpUrl-um>
        <ServerExclusiveConnect>off</ServerExclusiveConnect>
      </Protocol>
      <Protocol>
        <Type>EXPR</Type>
        <Server>mail.contoso.com</Server>
        <SSL>Off</SSL>
        <AuthPackage>Ntlm</AuthPackage>
        <ServerExclusiveConnect>on</ServerExclusiveConnect>
        <CertPrincipalName>None</CertPrincipalName>
      </Protocol>
      <Protocol>
        <Type>WEB</Type>
        <Internal>
          <OWAUrl AuthenticationMethod="Basic, Fba">https://mail.contoso.com/owa/</OWAUrl>
          <Protocol>
            <Type>EXCH</Type>
            <ASUrl>https://mail.contoso.com/EWS/Exchange.asmx</ASUrl>
          </Protocol>
        </Internal>
      </Protocol>
    </Account>
  </Response>
</Autodiscover>`;

/** Source: "Autodiscover Response (POX)", the reference of Exchange 2007 and 2010, learn.microsoft.com; URLs left out. */
const reference = `<Autodiscover xmlns="https://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
  <Response xmlns="https://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
    <User>
      <DisplayName>First Last</DisplayName>
      <LegacyDN>/o=contoso/ou=First Administrative Group/cn=Recipients/cn=iuser885646</LegacyDN>
      <DeploymentId>644560b8-a1ce-429c-8ace-23395843f701</DeploymentId>
    </User>
    <Account>
      <AccountType>email</AccountType>
      <Action>settings</Action>
      <Protocol>
        <Type>EXCH</Type>
        <Server>MBX-SERVER.mail.internal.contoso.com</Server>
        <ServerDN>/o=contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=MBX-SERVER</ServerDN>
        <ServerVersion>72008287</ServerVersion>
      </Protocol>
      <Protocol>
        <Type>EXPR</Type>
        <Server>Exchange.contoso.com</Server>
      </Protocol>
    </Account>
  </Response>
</Autodiscover>`;

describe('published answers', () => {
  test('settings of the guide', async () => {
    expect(await settingsIn(guide)).toEqual({
      url,
      emailAddress: 'mara@contoso.com',
      displayName: 'Mara Whitley',
      legacyExchangeDN:
        '/o=First Organization/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=f5eeabead90d4b6fb51d6379474692cd-Mara',
      exchangeServer: '5f76be3c-9138-4f66-85e0-21bc23ca35f0@contoso.com',
      rpcProxyServer: 'mail.contoso.com',
      authentication: 'NTLM',
      serverVersion: '15.0.516',
      certificatePrincipalName: undefined,
    });
  });

  test('settings of the reference', async () => {
    expect(await settingsIn(reference)).toMatchObject({
      emailAddress: 'asked@contoso.com',
      exchangeServer: 'MBX-SERVER.mail.internal.contoso.com',
      rpcProxyServer: 'Exchange.contoso.com',
      authentication: 'NTLM',
      serverVersion: '8.0.647',
    });
  });

  test('a redirection to another address. [MS-OXDSCLI] 4.2', async () => {
    const text = `<?xml version="1.0" encoding="utf-8"?> <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"> <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"> <Account> <Action>redirectAddr</Action> <RedirectAddr>user@subdomain.contoso.com</RedirectAddr> </Account> </Response> </Autodiscover>`;
    expect(await parse(text)).toEqual({ action: 'redirectAddr', address: 'user@subdomain.contoso.com' });
  });

  test('an error. [MS-ASCMD] 4.2.5', async () => {
    const text = `<?xml version="1.0" encoding="utf-8"?> <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"> <Response> <Error Time="16:56:32.6164027" Id="1054084152"> <ErrorCode>600</ErrorCode> <Message>Invalid Request</Message> <DebugData /> </Error> </Response> </Autodiscover>`;
    expect(await parse(text)).toEqual({ action: 'error', code: 600, message: 'Invalid Request' });
  });
});

describe('what is no answer', () => {
  test.each([
    ['a page', '<!DOCTYPE html><html></html>'],
    ['a page without type', '<html><body>Welcome<br></body></html>'],
    ['nothing', ''],
    ['another document', '<Settings/>'],
    ['a document that is cut', guide.slice(0, 900)],
    ['an answer without account', '<Autodiscover><Response/></Autodiscover>'],
    ['an unknown action', guide.replace('>settings<', '>wait<')],
    ['a redirection to nowhere', guide.replace('>settings<', '>redirectUrl<')],
    ['settings without a mailbox server', guide.replace('>EXCH<', '>POP3<')],
  ])('%s', async (_name, text) => {
    await expect(settingsIn(text)).rejects.toMatchObject({ code: 'outlookAnywhere.autodiscoverUnreadable' });
  });

  test('settings without RPC proxy: Outlook Anywhere is turned off', async () => {
    await expect(settingsIn(guide.replace('>EXPR<', '>POP3<'))).rejects.toMatchObject({
      code: 'outlookAnywhere.outlookAnywhereOff',
    });
  });

  test('a version that is none', () => {
    expect([versionOf(undefined), versionOf('Version 14.1')]).toEqual([undefined, undefined]);
  });

  test('any damage to an answer is told as such', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(guide.length - 1), fc.string({ maxLength: 8 }), async (at, instead) => {
        const damaged = guide.slice(0, at) + instead + guide.slice(at + instead.length);
        await settingsIn(damaged).then(
          ({ rpcProxyServer }) => expect(rpcProxyServer).not.toBe(''),
          (error: Error) => expect(error.message).toMatch(/no answer of Autodiscover|no RPC proxy|the action is/),
        );
      }),
      { numRuns: 200 },
    );
  });
});

test('the request names an address, whatever is in it', () => {
  expect(poxRequest('o&m@<x>')).toContain('<EMailAddress>o&amp;m@&lt;x&gt;</EMailAddress>');
});
