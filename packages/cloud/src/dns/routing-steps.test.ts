import { expect, test } from 'vitest';
import type { MailRouting } from './mail-routing.ts';
import { routingSteps } from './routing-steps.ts';

const cloudHost = 'contoso-com.mail.protection.outlook.com';
const ready: MailRouting = {
  domain: 'contoso.com',
  exists: true,
  mailExchangers: [cloudHost],
  timeToLive: 3600,
  routesToCloud: true,
  autodiscover: 'autodiscover.outlook.com',
  spf: 'v=spf1 include:spf.protection.outlook.com -all',
  spfCount: 1,
};
const away = { ...ready, routesToCloud: false };

test.each<[string, MailRouting, readonly string[]]>([
  ['everything is done', ready, []],
  [
    'no such domain',
    { ...away, exists: false, mailExchangers: [] },
    ['DNS does not know contoso.com: see that it is spelled right, or name another server by -Resolver.'],
  ],
  [
    'no MX record',
    { ...away, mailExchangers: [], timeToLive: undefined },
    [`There is no MX record: when all mailboxes are synchronized, make one that points at ${cloudHost}.`],
  ],
  [
    'one MX record elsewhere, with a long TTL',
    { ...away, mailExchangers: ['mail.contoso.com'], timeToLive: 7200 },
    [
      'Lower the TTL of the MX record from 7200 to 3600 seconds, some days before it is changed.',
      `When all mailboxes are synchronized, point the MX record at ${cloudHost}.`,
    ],
  ],
  [
    'several MX records elsewhere',
    { ...away, mailExchangers: ['one.contoso.com', 'two.contoso.com'] },
    [`When all mailboxes are synchronized, point the MX record at ${cloudHost}, and take the others away.`],
  ],
  [
    'one MX record here, another elsewhere',
    { ...away, mailExchangers: [cloudHost, 'mail.contoso.com'] },
    ['Take away the MX records that lead elsewhere, so that all mail goes to the cloud: mail.contoso.com.'],
  ],
  [
    'no Autodiscover and no SPF',
    { ...ready, autodiscover: undefined, spf: undefined, spfCount: 0 },
    [
      'Make a CNAME record autodiscover.contoso.com that points at autodiscover.outlook.com.',
      'Make a TXT record of contoso.com for SPF: v=spf1 include:spf.protection.outlook.com -all',
    ],
  ],
  [
    'Autodiscover and SPF elsewhere',
    { ...ready, autodiscover: 'mail.contoso.com', spf: 'v=spf1 mx -all' },
    [
      'Point the CNAME record autodiscover.contoso.com at autodiscover.outlook.com; it leads to mail.contoso.com.',
      'Add include:spf.protection.outlook.com to the SPF record of contoso.com.',
    ],
  ],
  [
    'several SPF records',
    { ...ready, spfCount: 2 },
    ['Make one SPF record of the 2 of contoso.com, with include:spf.protection.outlook.com: of several none counts.'],
  ],
])('%s', (_, routing, steps) => expect(routingSteps(routing, { safeAfter: undefined })).toEqual(steps));
