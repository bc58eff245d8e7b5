import { nspiInterface, nspiResult, permanentEntryId, specialTableFlag, templateFlag } from '@cutover/wire/nspi';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSession } from './testing/open-session.ts';

const { operations } = nspiInterface;
const { creationTemplates, unicodeStrings } = specialTableFlag;

type Session = Awaited<ReturnType<typeof openSession>>;
let session: Session;
beforeAll(async () => {
  session = await openSession();
});

async function table(flags: number, templateLocale = 0x409) {
  const request = { handle: session.handle, flags, stat: session.stat({ templateLocale }), version: 7 };
  const { rows, result } = await session.call(operations.getSpecialTable, request);
  expect(result).toBe(nspiResult.success);
  return rows!.map(({ values }) => new Map(values.map(({ tag, value }) => [tag, value])));
}

async function dnOf(addressType: string): Promise<string> {
  const row = (await table(creationTemplates)).find((one) => one.get(0x3002001e) === addressType)!;
  return permanentEntryId.decode(row.get(0x0fff0102) as Uint8Array).dn;
}

async function template(dn: string, flags: number, type = 0): Promise<ReadonlyMap<number, Buffer>> {
  const request = { handle: session.handle, flags, type, dn, codePage: 1252, locale: 0x407 };
  const { row, result } = await session.call(operations.getTemplateInfo, request);
  expect(result).toBe(nspiResult.success);
  return new Map(row!.values.map(({ tag, value }) => [tag, Buffer.from(value as Uint8Array)]));
}

describe('the table of creation templates', () => {
  test('has a row for each type of address, with texts of 8 bits whatever is asked', async () => {
    const rows = await table(creationTemplates | unicodeStrings);
    expect(rows.map((row) => [row.get(0x3002001e), row.get(0x3001001e)])).toEqual([
      ['SMTP', 'Internet Address'],
      ['MS', 'Microsoft Mail Address'],
    ]);
    for (const row of rows) {
      expect([...row.keys()]).toEqual([
        0x3002001e, 0x3001001e, 0x39000003, 0x0fff0102, 0x30050003, 0x3609000b, 0x0ff60102,
      ]);
      expect(permanentEntryId.decode(row.get(0x0fff0102) as Uint8Array).displayType).toBe(0x102);
      expect([row.get(0x30050003), row.get(0x3609000b)]).toEqual([0, true]);
    }
  });

  test('has none in another language, which is no error', async () => {
    expect(await table(creationTemplates, 0x407)).toEqual([]);
  });
});

/** Rows of a dialog: nine numbers each, of which the last leads to a text. */
function controlsOf(dialog: Buffer): { type: number; flags: number; tag: number; text: string }[] {
  return Array.from({ length: dialog.readUInt32LE(4) }, (_, index) => {
    const word = (field: number): number => dialog.readUInt32LE(8 + 36 * index + 4 * field);
    const text = dialog.subarray(word(8), dialog.indexOf(0, word(8))).toString('latin1');
    return { type: word(4), flags: word(5), tag: word(6), text };
  });
}

/**
 * Runs a script by the table of instructions in Microsoft's documentation of address templates: the low 24 bits say what is
 * done; the two high ones whether the first and the second operand are places in the script. Undefined where it ends in error.
 */
function run(script: Buffer, typed: Readonly<Record<number, string>>): string | undefined {
  const code = script.subarray(4);
  const word = (at: number): number => code.readUInt32LE(at);
  const textAt = (at: number): string => code.subarray(at, code.indexOf(0, at)).toString('latin1');
  const operand = (at: number, isPlace: boolean): string => (isPlace ? textAt(word(at)) : (typed[word(at)] ?? ''));
  let result = '';
  for (let at = 0; ;) {
    const instruction = word(at);
    const [first, second] = [instruction >>> 31 === 1, ((instruction >>> 30) & 1) === 1];
    switch (instruction & 0xffffff) {
      case 0:
        return result;
      case 1:
        return undefined;
      case 2:
        result += operand(at + 4, first);
        at += 8;
        break;
      case 5:
        at = operand(at + 4, first) === operand(at + 8, second) ? word(at + 12) : at + 16;
        break;
      default:
        throw new Error(`instruction ${instruction}`);
    }
  }
}

describe('a creation template', () => {
  const both = templateFlag.template | templateFlag.script;

  test('has a dialog whose fields must be filled in, by its DN alone', async () => {
    const row = await template(await dnOf('MS'), templateFlag.template, 0x77);
    expect([...row.keys()]).toEqual([0x00010102]);
    const controls = controlsOf(row.get(0x00010102)!);
    expect(controls.map(({ text }) => text).filter((text) => text !== '*')).toEqual([
      'General',
      'Display name:',
      'Network:',
      'Postoffice:',
      'Mailbox:',
    ]);
    expect(new Set(controls.filter(({ type }) => type === 1).map(({ flags }) => flags))).toEqual(new Set([0x06]));
  });

  test('has a script that makes the address of what was typed, or fails', async () => {
    const address = 0x3003001e;
    const internet = (await template(await dnOf('SMTP'), both)).get(0x00040102)!;
    expect(internet.readUInt32LE(0)).toBe(8);
    expect(run(internet, { [address]: 'pat@fabrikam.com' })).toBe('pat@fabrikam.com');
    expect(run(internet, {})).toBeUndefined();
    const row = await template(await dnOf('MS'), both);
    const tags = controlsOf(row.get(0x00010102)!).flatMap(({ type, tag }) => (type === 1 ? tag : []));
    const [, network, postOffice, mailbox] = tags as [number, number, number, number];
    const script = row.get(0x00040102)!;
    expect(run(script, { [network]: 'NET', [postOffice]: 'PO', [mailbox]: 'PAT' })).toBe('NET/PO/PAT');
    expect(run(script, { [network]: 'NET', [mailbox]: 'PAT' })).toBeUndefined();
  });
});
