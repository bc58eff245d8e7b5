import type { Organisation } from '../organisation/organisation.ts';
import { encodeDialog, type Field } from './encode-dialog.ts';

/** By which a client makes an address of one type: a dialog, and what the address is made of that was typed there. */
interface Definition {
  /** Last part of its DN. */
  readonly name: string;
  readonly displayName: string;
  readonly addressType: string;
  readonly fields: readonly Field[];
  /** Properties that were typed, by their tags, and what stands between them. */
  readonly address: readonly (number | string)[];
}

/** Such a template as the address book has it. */
export interface CreationTemplate {
  readonly dn: string;
  readonly displayName: string;
  readonly addressType: string;
  dialog(): Uint8Array;
  script(): Uint8Array;
}

const displayName: Field = ['Display name:', 0x3001001e];
/** What is typed besides, under numbers that the templates alone know. */
const typed = { address: 0x3003001e, network: 0x6800001e, postOffice: 0x6801001e, mailbox: 0x6802001e } as const;

const definitions: readonly Definition[] = [
  {
    name: 'INTERNET',
    displayName: 'Internet Address',
    addressType: 'SMTP',
    fields: [displayName, ['E-mail address:', typed.address]],
    address: [typed.address],
  },
  {
    name: 'MS',
    displayName: 'Microsoft Mail Address',
    addressType: 'MS',
    fields: [displayName, ['Network:', typed.network], ['Postoffice:', typed.postOffice], ['Mailbox:', typed.mailbox]],
    address: [typed.network, '/', typed.postOffice, '/', typed.mailbox],
  },
];

const english = 0x0409;

/** The templates to make addresses by; other languages than English have none. */
export function creationTemplates({ legacyExchangeDN }: Organisation, locale = english): readonly CreationTemplate[] {
  if (locale !== english) return [];
  const container = `${legacyExchangeDN}/cn=Configuration/cn=Addressing/cn=Address-Templates/cn=409`;
  return definitions.map(({ name, fields, address, ...shown }) => ({
    ...shown,
    dn: `${container}/cn=${name}`,
    dialog: () => encodeDialog([{ title: 'General', fields, isFilledIn: true }]),
    script: () => encodeScript(address),
  }));
}

/** Operands are property tags; one that is a place in the script is marked by a bit of the instruction. [MS-OXOABKT] 2.2.2.2 */
const instruction = { halt: 0, error: 1, emitTag: 2, emitText: 0x80000002, jumpIfText: 0x40000005 } as const;
const sizeOf = { emit: 2, jump: 4, end: 1 } as const;
const dword = 4;

/**
 * The script of an address: it fails where something was not typed, or else puts the parts together.
 * | count of instruction words u32 | instructions | texts, each with its NUL |, where places count from behind the count.
 */
function encodeScript(parts: readonly (number | string)[]): Uint8Array {
  const tags = parts.filter((part) => typeof part === 'number');
  const words = tags.length * sizeOf.jump + parts.length * sizeOf.emit + 2 * sizeOf.end;
  const texts = new Texts(words * dword);
  const fail = (words - sizeOf.end) * dword;
  const program = [
    ...tags.flatMap((tag) => [instruction.jumpIfText, tag, texts.placeOf(''), fail]),
    ...parts.flatMap((part) =>
      typeof part === 'number' ? [instruction.emitTag, part] : [instruction.emitText, texts.placeOf(part)],
    ),
    instruction.halt,
    instruction.error,
  ];
  return Buffer.concat([words32([program.length]), words32(program), texts.bytes]);
}

function words32(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * dword);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * dword);
  return bytes;
}

/** Texts behind the instructions, each once. */
class Texts {
  readonly #places = new Map<string, number>();
  #end: number;

  constructor(start: number) {
    this.#end = start;
  }

  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#end;
    this.#places.set(text, place);
    this.#end += text.length + 1;
    return place;
  }

  get bytes(): Buffer {
    return Buffer.from([...this.#places.keys()].map((text) => `${text}\0`).join(''), 'latin1');
  }
}
