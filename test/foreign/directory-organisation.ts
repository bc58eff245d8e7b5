import type { MailboxUser, Organisation, Recipient } from '@cutover/mock-exchange';

const group = '/o=Contoso/ou=First Administrative Group';
const serverDN = `${group}/cn=Configuration/cn=Servers/cn=EXCH-MSG-1`;
const databaseDN = `${serverDN}/cn=Microsoft Private MDB`;
const created = new Date('2003-11-04T08:15:30Z');

const guidOf = (number: number): string => `0a1b2c3d-4e5f-4678-9abc-${number.toString(16).padStart(12, '0')}`;
const dnOf = (alias: string): string => `${group}/cn=Recipients/cn=${alias}`;

function recipient(alias: string, displayName: string, number: number) {
  const primarySmtpAddress = `${alias}@contoso.com`;
  return {
    objectGuid: guidOf(number),
    legacyExchangeDN: dnOf(alias),
    displayName,
    alias,
    primarySmtpAddress,
    proxyAddresses: [`SMTP:${primarySmtpAddress}`, `smtp:${alias}.old@contoso.com`],
    hidden: false,
    createdAt: created,
    changedAt: created,
    attributes: {},
  };
}

const mailbox = (alias: string, displayName: string, number: number): MailboxUser => ({
  ...recipient(alias, displayName, number),
  kind: 'mailbox',
  mailboxGuid: guidOf(0x10000 + number),
  homeDatabase: databaseDN,
});

const crowd = Array.from({ length: 320 }, (_, index) => {
  const name = String(index).padStart(3, '0');
  return mailbox(`crowd${name}`, `Crowd ${name}`, 100 + index);
});

const named: readonly Recipient[] = [
  {
    ...mailbox('annb', 'Ann Beebe', 1),
    attributes: {
      givenName: 'Ann',
      surname: 'Beebe',
      initials: 'AB',
      title: 'Buyer',
      department: 'Purchasing',
      company: 'Contoso',
      office: '12/1',
      businessPhone: '+1 425 555 0101',
      otherPhones: ['+1 425 555 0102', '+1 425 555 0103'],
      homePhone: '+1 425 555 0104',
      mobilePhone: '+1 425 555 0105',
      fax: '+1 425 555 0106',
      street: '1 Main Street',
      city: 'Redmond',
      state: 'WA',
      postalCode: '98052',
      country: 'United States',
      manager: dnOf('zoe'),
      extensionAttributes: { 1: 'first', 11: 'eleventh', 15: 'fifteenth' },
    },
  },
  mailbox('zoe', 'Zoë Müller', 2),
  mailbox('anton', 'Anton Kirilov', 3),
  { ...mailbox('ghost', 'Hidden Ghost', 4), hidden: true },
  { ...recipient('pat', 'Pat Coleman', 5), kind: 'contact', targetAddress: 'SMTP:pat@fabrikam.com' },
  { ...recipient('buyers', 'Buyers', 6), kind: 'group', members: [dnOf('zoe'), dnOf('annb')], managedBy: dnOf('zoe') },
  { ...recipient('everyone', 'Everyone', 7), kind: 'group', members: [dnOf('buyers'), dnOf('pat')] },
];

/** An organisation whose directory has every kind of object, a hidden one, and some hundred rows more. */
export const directoryOrganisation: Organisation = {
  name: 'Contoso',
  domain: 'contoso.com',
  netBiosDomain: 'CONTOSO',
  acceptedDomains: ['contoso.com'],
  server: { name: 'EXCH-MSG-1.contoso.com', netBiosName: 'EXCH-MSG-1', legacyExchangeDN: serverDN },
  proxyServer: 'mail.contoso.com',
  legacyExchangeDN: group,
  databases: [{ name: 'Mailbox Store', legacyExchangeDN: databaseDN }],
  recipients: [...crowd, ...named],
  accounts: [
    {
      domain: 'CONTOSO',
      userName: 'administrator',
      userPrincipalName: 'administrator@contoso.com',
      password: 'Passw0rd!',
    },
  ],
  permissions: [],
};
