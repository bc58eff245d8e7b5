import { z } from 'zod';
import { defineCmdlet, param } from '../define-cmdlet.ts';
import { textOrTexts } from '../parameter-types.ts';

const licenses = textOrTexts.pipe(
  z.array(z.string().regex(/^[\w-]+:[\w-]+$/, 'is no license, as contoso:EXCHANGESTANDARD')).readonly(),
);

/** Gives a user licenses. Not of the Exchange family: the module MSOnline has it. Source: MSOnline `Set-MsolUserLicense`. */
export const setMsolUserLicense = defineCmdlet({
  name: 'Set-MsolUserLicense',
  synopsis: 'Gives a user licenses, or takes them away.',
  description:
    'Of the module MSOnline in the product. A mailbox whose user has a license shows it as SKUAssigned; the migration plan looks whether every migrated one has.',
  output: null,
  returns: 'none',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    UserPrincipalName: param(z.string().min(1), {
      help: 'Sign-in name of the user.',
      extension: true,
      type: 'String',
      mandatory: true,
      position: 0,
      pipeline: 'property',
    }),
    AddLicenses: param(licenses, {
      help: 'Licenses to give, as contoso:EXCHANGESTANDARD.',
      extension: true,
      type: 'String[]',
    }),
    RemoveLicenses: param(licenses, { help: 'Licenses to take away.', extension: true, type: 'String[]' }),
  },
  examples: [
    {
      title: 'Give every mailbox without a license one',
      script:
        'Get-Mailbox | Where-Object SKUAssigned -ne $true | Set-MsolUserLicense -AddLicenses contoso:EXCHANGESTANDARD',
    },
  ],
});
