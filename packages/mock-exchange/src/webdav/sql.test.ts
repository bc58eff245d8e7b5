import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DavFailure } from './dav-failure.ts';
import { matchesCondition } from './matches-condition.ts';
import { fullName } from './names.ts';
import { parseSql } from './sql.ts';

const subject = '"urn:schemas:httpmail:subject"';

describe('parseSql', () => {
  test('reads what DavMail asks', () => {
    const query = parseSql(
      `Select "DAV:uid", "http://schemas.microsoft.com/mapi/id/{00062008-0000-0000-c000-000000000046}/0x8570" as deleted
       FROM SCOPE('Deep TRAVERSAL OF "/exchange/annb/"')
       WHERE ("DAV:isfolder" = true And "DAV:ishidden" = false) And (${subject} LIKE 'It''s%' Or ${subject} IS NULL)
       ORDER BY "DAV:uid" DESC, "DAV:href"`,
    );
    expect(query).toMatchObject({
      columns: [
        { name: { namespace: 'DAV:', name: 'uid' }, alias: undefined },
        { name: { namespace: expect.stringContaining('/id/{00062008'), name: '0x8570' }, alias: 'deleted' },
      ],
      scope: '/exchange/annb/',
      isDeep: true,
      where: { kind: 'and', parts: [{ kind: 'and' }, { kind: 'or', parts: [{ value: "It's%" }, { kind: 'null' }] }] },
      order: [{ descending: true }, { descending: false }],
    });
  });

  test.each([
    '',
    'SELECT',
    'SELECT "DAV:uid" FROM',
    'SELECT "DAV:uid" FROM SCOPE(',
    'SELECT * FROM SCOPE(\'sideways traversal of "x"\')',
    'SELECT * WHERE',
    'SELECT * WHERE "DAV:uid" =',
    'SELECT * WHERE "DAV:uid" ! 1',
    'SELECT * WHERE "DAV:uid" = 1 extra',
    'SELECT * ORDER "DAV:uid"',
    "SELECT * WHERE 'unclosed",
    `SELECT * WHERE ${'('.repeat(100)}"DAV:uid" = 1`,
    'DROP TABLE x',
  ])('refuses %j', (sql) => {
    expect(() => parseSql(sql)).toThrow(DavFailure);
  });

  test('reads or refuses anything', () => {
    const words = fc.constantFrom(
      ...'SELECT * FROM SCOPE ( ) WHERE AND OR NOT "DAV:uid" = <> LIKE IS NULL CAST AS 1 \'x\' ORDER BY ,'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 20 }), (pieces) => {
        try {
          parseSql(pieces.join(' '));
        } catch (error) {
          expect(error).toBeInstanceOf(DavFailure);
        }
      }),
    );
  });
});

const values = {
  'urn:schemas:httpmail:subject': 'Budget 2012',
  'urn:schemas:httpmail:read': true,
  'DAV:getlastmodified': new Date('2012-10-01T00:00:00Z'),
  'DAV:count': 7,
} as const;

test.each([
  [`${subject} = 'budget 2012'`, true],
  [`${subject} LIKE '%get%20%'`, true],
  [`${subject} LIKE 'get%'`, false],
  [`${subject} LIKE 'Budget'`, false],
  [`${subject} <> 'Budget'`, true],
  ['"urn:schemas:httpmail:read" = true', true],
  ['"urn:schemas:httpmail:read" = 0', false],
  ['"DAV:count" >= 7 AND NOT "DAV:count" > 7', true],
  [`"DAV:getlastmodified" < CAST("2012-10-02T00:00:00Z" as 'dateTime.tz')`, true],
  [`"DAV:getlastmodified" > '2012-10-02T00:00:00Z'`, false],
  ['"DAV:none" IS NULL', true],
  ['"DAV:none" = 1 OR "DAV:none" <> 1', false],
  ['"DAV:count" IS NOT NULL', true],
])('%s', async (condition, expected) => {
  const { where } = parseSql(`SELECT * WHERE ${condition}`);
  const read = async (name: Parameters<typeof fullName>[0]) => values[fullName(name) as keyof typeof values];
  expect(await matchesCondition(where!, read)).toBe(expected);
});
