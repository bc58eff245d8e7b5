import type { ContactOptions, GroupOptions, UserOptions } from '../organisation-builder.ts';

const company = 'Contoso Ltd.';
const seattle = {
  company,
  street: '4567 Main Street',
  city: 'Seattle',
  state: 'WA',
  postalCode: '98052',
  country: 'United States',
};
const munich = {
  company,
  street: 'Konrad-Zuse-Straße 1',
  city: 'Unterschleißheim',
  postalCode: '85716',
  country: 'Germany',
};

/** The twelve mailboxes. */
export const users: readonly UserOptions[] = [
  {
    alias: 'administrator',
    displayName: 'Administrator',
    attributes: { ...seattle, givenName: 'Administrator', title: 'System Account', department: 'IT' },
  },
  {
    alias: 'annb',
    displayName: 'Ann Beebe',
    proxyAddresses: ['ann.beebe@contoso.com', 'ceo@contoso.com'],
    attributes: {
      ...seattle,
      givenName: 'Ann',
      surname: 'Beebe',
      initials: 'AB',
      title: 'Chief Executive Officer',
      department: 'Management',
      office: '4/4000',
      businessPhone: '+1 (425) 555-0100',
      mobilePhone: '+1 (425) 555-0199',
      fax: '+1 (425) 555-0101',
      extensionAttributes: { 1: 'Board', 15: 'VIP' },
    },
  },
  {
    alias: 'davidp',
    displayName: 'David Pelton',
    manager: 'annb',
    proxyAddresses: ['david.pelton@contoso.com', 'X400:c=US;a= ;p=Contoso;o=Exchange;s=Pelton;g=David;'],
    attributes: {
      ...seattle,
      givenName: 'David',
      surname: 'Pelton',
      title: 'Chief Financial Officer',
      department: 'Finance',
      office: '4/4010',
      businessPhone: '+1 (425) 555-0110',
    },
  },
  {
    alias: 'kima',
    displayName: 'Kim Akers',
    manager: 'annb',
    attributes: {
      ...seattle,
      givenName: 'Kim',
      surname: 'Akers',
      title: 'Vice President Sales',
      department: 'Sales',
      office: '3/3100',
      businessPhone: '+1 (425) 555-0120',
      otherPhones: ['+1 (425) 555-0121', '+1 (425) 555-0122'],
      mobilePhone: '+1 (425) 555-0129',
    },
  },
  {
    alias: 'jurgenm',
    displayName: 'Jürgen Müller',
    manager: 'annb',
    proxyAddresses: ['juergen.mueller@contoso.com'],
    attributes: {
      ...munich,
      givenName: 'Jürgen',
      surname: 'Müller',
      printableName: 'Juergen Mueller',
      title: 'Leiter Entwicklung',
      department: 'Engineering',
      office: 'Zi. 2.14',
      businessPhone: '+49 89 3176-0140',
    },
  },
  {
    alias: 'zoel',
    displayName: 'Zoë Larsen',
    manager: 'jurgenm',
    attributes: {
      ...munich,
      givenName: 'Zoë',
      surname: 'Larsen',
      printableName: 'Zoe Larsen',
      title: 'Senior Engineer',
      department: 'Engineering',
      businessPhone: '+49 89 3176-0141',
    },
  },
  {
    alias: 'tonyk',
    displayName: 'Tony Krijnen',
    manager: 'kima',
    attributes: {
      ...seattle,
      givenName: 'Tony',
      surname: 'Krijnen',
      title: 'Account Manager',
      department: 'Sales',
      businessPhone: '+1 (425) 555-0123',
      homePhone: '+1 (206) 555-0177',
    },
  },
  {
    alias: 'yukario',
    displayName: '大谷 ゆかり (Yukari Otani)',
    manager: 'kima',
    attributes: {
      company,
      givenName: 'ゆかり',
      surname: '大谷',
      printableName: 'Yukari Otani',
      title: 'Account Manager Asia',
      department: 'Sales',
      city: '東京',
      country: 'Japan',
      businessPhone: '+81 3-5550-0150',
    },
  },
  {
    alias: 'mariag',
    displayName: 'María González',
    manager: 'davidp',
    attributes: {
      ...seattle,
      givenName: 'María',
      surname: 'González',
      printableName: 'Maria Gonzalez',
      title: 'Controller',
      department: 'Finance',
      businessPhone: '+1 (425) 555-0111',
    },
  },
  {
    alias: 'hollyh',
    displayName: 'Holly Holt',
    manager: 'annb',
    proxyAddresses: ['hr@contoso.com', 'jobs@contoso.com'],
    attributes: {
      ...seattle,
      givenName: 'Holly',
      surname: 'Holt',
      title: 'Human Resources Manager',
      department: 'HR',
      businessPhone: '+1 (425) 555-0130',
    },
  },
  {
    alias: 'sergeyk',
    displayName: 'Sergey Klimov',
    manager: 'jurgenm',
    attributes: {
      ...munich,
      givenName: 'Sergey',
      surname: 'Klimov',
      title: 'Test Engineer',
      department: 'Engineering',
      businessPhone: '+49 89 3176-0142',
      extensionAttributes: { 3: 'Contractor' },
    },
  },
  {
    alias: 'room4000',
    displayName: 'Conference Room 4000',
    attributes: { company, office: '4/4000', city: 'Seattle', country: 'United States' },
  },
];

/** The three groups; All Staff holds the other two. */
export const groups: readonly GroupOptions[] = [
  {
    alias: 'allstaff',
    displayName: 'All Staff',
    members: ['sales', 'engineering', 'annb', 'davidp', 'mariag', 'hollyh'],
    managedBy: 'hollyh',
  },
  { alias: 'sales', displayName: 'Sales', members: ['kima', 'tonyk', 'yukario', 'fabrikam.orders'], managedBy: 'kima' },
  { alias: 'engineering', displayName: 'Engineering', members: ['jurgenm', 'zoel', 'sergeyk'], managedBy: 'jurgenm' },
];

/** The five contacts that the address book shows, and one that it hides. */
export const contacts: readonly ContactOptions[] = [
  {
    alias: 'fabrikam.orders',
    displayName: 'Fabrikam Order Desk',
    targetAddress: 'orders@fabrikam.com',
    attributes: { company: 'Fabrikam, Inc.', businessPhone: '+1 (312) 555-0142', city: 'Chicago' },
  },
  {
    alias: 'guido.pica',
    displayName: 'Guido Pica',
    targetAddress: 'guido.pica@northwindtraders.com',
    attributes: { givenName: 'Guido', surname: 'Pica', company: 'Northwind Traders', title: 'Buyer' },
  },
  {
    alias: 'lola.jacobsen',
    displayName: 'Lola Jacobsen',
    targetAddress: 'lola@adatum.com',
    attributes: { givenName: 'Lola', surname: 'Jacobsen', company: 'A. Datum Corporation', title: 'Auditor' },
  },
  {
    alias: 'helpdesk.ext',
    displayName: 'Hosting Help Desk',
    targetAddress: 'support@proseware.com',
    attributes: { company: 'Proseware, Inc.' },
  },
  {
    alias: 'zhang.wei',
    displayName: '张伟 (Zhang Wei)',
    targetAddress: 'zhang.wei@wingtiptoys.com',
    attributes: { givenName: '伟', surname: '张', printableName: 'Zhang Wei', company: 'Wingtip Toys' },
  },
  {
    alias: 'litigation.archive',
    displayName: 'Litigation Archive',
    targetAddress: 'journal@archive.contoso.com',
    hidden: true,
  },
];
