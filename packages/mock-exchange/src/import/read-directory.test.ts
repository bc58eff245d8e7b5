import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OrganisationBuilder } from '../seeds/organisation-builder.ts';
import { addDirectory, type AddedDirectory } from './add-directory.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { parseDirectoryCsv } from './parse-directory-csv.ts';
import { parseLdif } from './parse-ldif.ts';
import { readDirectory } from './read-directory.ts';

const ldif = `version: 1
# people
dn: CN=Ann Beebe,OU=Users,DC=contoso,DC=com
changetype: add
objectClass: top
objectClass: person
objectClass: user
cn: Ann Beebe
displayName: Ann Beebe
sAMAccountName: ann
mailNickname: annb
mail: annb@contoso.com
homeMDB: CN=Mailbox Store
proxyAddresses: SMTP:annb@contoso.com
proxyAddresses: smtp:ceo@contoso.com
proxyAddresses: X400:c=US;a= ;p=Contoso;o=Exchange;s=Beebe;g=Ann;
extensionAttribute15: VIP
telephoneNumber: +1 425
  5550100

dn:: Q049SsO8cmdlbiBNw7xsbGVyLE9VPVVzZXJzLERDPWNvbnRvc28sREM9Y29t
objectClass: user
displayName:: SsO8cmdlbiBNw7xsbGVy
mailNickname: jurgenm
manager: CN=Ann Beebe,OU=Users,DC=contoso,DC=com
msExchHideFromAddressLists: TRUE

dn: CN=Staff,OU=Groups,DC=contoso,DC=com
objectClass: group
mailNickname: staff
member: CN=Ann Beebe,OU=Users,DC=contoso,DC=com
member: CN=Printer,DC=contoso,DC=com
member: CN=Guido,DC=contoso,DC=com
managedBy: cn=ann beebe,ou=users,dc=contoso,dc=com

dn: CN=Guido,DC=contoso,DC=com
objectClass: contact
mailNickname: guido
targetAddress: SMTP:guido@northwindtraders.com

dn: CN=Printer,DC=contoso,DC=com
objectClass: printQueue
`;

const csv = `DN,objectClass,displayName,mailNickname,proxyAddresses,member,targetAddress,department
"CN=Ann,DC=c",user,Ann Beebe,annb,SMTP:annb@contoso.com;smtp:ceo@contoso.com;X400:c=US\\;a= \\;p=Contoso\\;,,,"R;D"
"CN=Sales,DC=c",top;group,Sales,sales,,"CN=Ann,DC=c;CN=Guido,DC=c",,
"CN=Guido,DC=c",contact,X'47756964C3B6',guido,,,SMTP:guido@northwindtraders.com,
`;

function organisationOf(entries: readonly DirectoryEntry[]): { added: AddedDirectory; recipients: readonly unknown[] } {
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' });
  const added = addDirectory(builder, entries);
  return { added, recipients: builder.build().organisation.recipients };
}

const dn = (alias: string) => `/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=${alias}`;

describe('LDIF', () => {
  const { added, recipients } = organisationOf(parseLdif(ldif));

  test('gives users, groups and contacts, and names what it leaves out', () => {
    expect(added).toEqual({ mailboxes: 2, groups: 1, contacts: 1, skipped: ['CN=Printer,DC=contoso,DC=com'] });
  });

  test('gives every attribute', () => {
    expect(recipients[0]).toMatchObject({
      kind: 'mailbox',
      alias: 'annb',
      proxyAddresses: [
        'SMTP:annb@contoso.com',
        'smtp:ceo@contoso.com',
        'X400:c=US;a= ;p=Contoso;o=Exchange;s=Beebe;g=Ann;',
      ],
      attributes: { businessPhone: '+1 425 5550100', extensionAttributes: { 15: 'VIP' } },
    });
    expect(recipients[1]).toMatchObject({
      displayName: 'Jürgen Müller',
      hidden: true,
      attributes: { manager: dn('annb') },
    });
    expect(recipients[2]).toMatchObject({ members: [dn('annb'), dn('guido')], managedBy: dn('annb') });
    expect(recipients[3]).toMatchObject({ kind: 'contact', targetAddress: 'SMTP:guido@northwindtraders.com' });
  });

  test.each([
    ['dn: CN=a\nno value here\n', 'The LDIF file is damaged at line 2: it is no attribute with a value.'],
    ['dn: CN=a\nphoto:< file:///x\n', 'The LDIF file is damaged at line 2: values in other files are not read.'],
    [
      '\n\ndn: CN=a\nchangetype: delete\n',
      "The LDIF file is damaged at line 3: it is a change of type 'delete', not an entry.",
    ],
  ])('%j is refused', (source, message) => {
    expect(() => parseLdif(source)).toThrow(message);
  });
});

describe('CSV', () => {
  test('gives the same, with values parted by semicolons', () => {
    const { added, recipients } = organisationOf(parseDirectoryCsv(csv));
    expect(added).toEqual({ mailboxes: 1, groups: 1, contacts: 1, skipped: [] });
    expect(recipients).toMatchObject([
      {
        proxyAddresses: ['SMTP:annb@contoso.com', 'smtp:ceo@contoso.com', 'X400:c=US;a= ;p=Contoso;'],
        attributes: { department: 'R;D' },
      },
      { members: [dn('annb'), dn('guido')] },
      { displayName: 'Guidö' },
    ]);
  });

  test('that is none is refused', () => {
    expect(() => parseDirectoryCsv('a,b\n"open')).toThrow(expect.objectContaining({ code: 'import.csvDamaged' }));
  });
});

test('a member that is not among the entries is named', () => {
  const entries = parseLdif('dn: CN=g\nobjectClass: group\nmailNickname: g\nmember: CN=nobody\n');
  expect(() => organisationOf(entries)).toThrow("'CN=g' names 'CN=nobody', which is not among the entries");
});

test('files are read by their kind, also in UTF-16', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'directory-'));
  try {
    await writeFile(join(folder, 'a.csv'), Buffer.from(`\ufeff${csv}`, 'utf16le'));
    await writeFile(join(folder, 'a.ldf'), ldif);
    expect(await readDirectory(join(folder, 'a.csv'))).toHaveLength(3);
    expect(await readDirectory(join(folder, 'a.ldf'))).toHaveLength(5);
    await expect(readDirectory(join(folder, 'a.txt'))).rejects.toThrow('is none of what can be imported');
    await expect(readDirectory(join(folder, 'b.csv'))).rejects.toThrow(
      expect.objectContaining({ code: 'import.unreadable' }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
