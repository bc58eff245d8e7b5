import { z } from 'zod';
import { defineCmdlet, param } from '../define-cmdlet.ts';
import { mailRoutingOutcome } from '../objects/mail-routing.ts';
import { fqdn, textOrTexts } from '../parameter-types.ts';

const domains = textOrTexts.pipe(z.array(fqdn).readonly());

/** Tells where the mail of a domain goes, and when a migration may be completed. Ours: the product has no such cmdlet. */
export const testMailRouting = defineCmdlet({
  name: 'Test-MailRouting',
  synopsis: 'Tells where the mail of a domain goes, and when a migration may be completed.',
  description:
    'Reads the MX, Autodiscover and SPF records of the accepted domains, or of those named. The first time that all mail goes to the cloud is remembered: 24 to 72 hours later, by the TTL of the records before, it is safe to complete the migration.',
  output: mailRoutingOutcome,
  returns: 'many',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    DomainName: param(domains, {
      help: 'The domains; every accepted domain when it is left out.',
      extension: true,
      type: 'SmtpDomain[]',
      position: 0,
    }),
    Resolver: param(z.string().regex(/^[\d.:a-f[\]]+$/i, 'is no address of a name server'), {
      help: 'Address of a name server, with a port if need be; that of the machine when it is left out.',
      extension: true,
      type: 'String',
    }),
  },
  examples: [{ title: 'See what it takes', script: 'Get-Command Test-MailRouting', expect: 'Test-MailRouting' }],
});
