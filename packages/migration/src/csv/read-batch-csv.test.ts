import { expect, test } from 'vitest';
import { readBatchCsv, type ReadCsvOptions } from './read-batch-csv.ts';

const read = (text: string, options?: ReadCsvOptions) => readBatchCsv(Buffer.from(text), options);

test('reads what each row says of its mailbox, whatever the case and order of the columns', () => {
  const { mailboxes, problems } = read(
    'password,EMAILADDRESS,ForceChangePassword,BadItemLimit,LargeItemLimit\r\nPa$$w0rd,ann@contoso.com,False,10,Unlimited\r\n,bob@contoso.com,,,\r\n',
  );
  expect(problems).toEqual([]);
  const unlimited = { badItemLimit: undefined, largeItemLimit: undefined };
  expect(mailboxes).toEqual([
    {
      ...unlimited,
      number: 1,
      emailAddress: 'ann@contoso.com',
      password: 'Pa$$w0rd',
      forceChangePassword: false,
      badItemLimit: 10,
    },
    { ...unlimited, number: 2, emailAddress: 'bob@contoso.com', password: undefined, forceChangePassword: true },
  ]);
});

test('tells a bad row with its number, and keeps the others', () => {
  const { mailboxes, problems } = read(
    'EmailAddress,BadItemLimit,ForceChangePassword\nann@contoso.com\nnobody\n,5\nANN@contoso.com\nbob@contoso.com,many\ncarol@contoso.com,1,perhaps\na,b,c,d\nzoe@contoso.com',
  );
  expect(mailboxes.map(({ number }) => number)).toEqual([1, 8]);
  expect(problems).toEqual([
    `Row 2: "nobody" isn't an e-mail address.`,
    'Row 3: it has no e-mail address.',
    'Row 4: "ANN@contoso.com" is in row 1 already.',
    'Row 5: a limit is a number or Unlimited.',
    'Row 6: ForceChangePassword is True or False.',
    'Row 7: it has 4 cells, and the header 3.',
  ]);
});

test('tells columns that it does not know, unless they are allowed', () => {
  const text = 'EmailAddress,Department\nann@contoso.com,Sales';
  expect(read(text).problems).toEqual([expect.stringContaining('Column 2: "Department"')]);
  expect(read(text, { allowUnknownColumns: true })).toMatchObject({ mailboxes: [{}], problems: [] });
});

test.each([
  ['', /is empty/],
  ['\r\n\r\n', /is empty/],
  ['EmailAddress;Password\nann@contoso.com;x', /separated by semicolons. Separate them by commas/],
  ['Password\tEmailAddress\nx\tann@contoso.com', /separated by tabs/],
  ['Mail;Box,Password\nann@contoso.com,x', /its columns are: Mail;Box, Password/],
])('refuses %j, and says what to do', (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test.each([
  ['UTF-8 with a mark', Buffer.from('\ufeffEmailAddress\njürgen@contoso.com')],
  ['UTF-16, as .NET calls Unicode', Buffer.from('\ufeffEmailAddress\njürgen@contoso.com', 'utf16le')],
  ['the code page of Windows', Buffer.from('EmailAddress\njürgen@contoso.com', 'latin1')],
])('reads %s', (_name, bytes) => {
  expect(readBatchCsv(bytes).mailboxes[0]!.emailAddress).toBe('jürgen@contoso.com');
});

test('refuses what is no such file', () => {
  expect(() => read('User\nann@contoso.com')).toThrow(/no column EmailAddress.*User/);
  expect(() => read('EmailAddress\n"ann')).toThrow(/cannot be read/);
  expect(() => read(`EmailAddress\n${'a@b.c\n'.repeat(2001)}`)).toThrow(/2001 rows.*2000/);
});
