import { displayType } from '@cutover/wire/nspi';

/** What stands in a dialog. [MS-OXOABKT] 2.2.2.2 */
const controlType = { label: 0, edit: 1, listBox: 2, groupBox: 6, button: 7, page: 8, multiValueListBox: 11 } as const;

const multiline = 0x01;

/** One control: where it is, what it is, and the text or the property that it is about. */
interface Control {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly type: number;
  readonly flags: number;
  /** The property that it shows, in the type that it is shown in. */
  readonly tag: number;
  /** Characters that may be typed. */
  readonly size: number;
  readonly text: string;
}

/** A line of a page: a label, and beside it a property. */
type Field = readonly [label: string, tag: number, lines?: number];

interface Page {
  readonly title: string;
  readonly fields: readonly Field[];
}

const identity: readonly Field[] = [
  ['Display:', 0x3001001e],
  ['Alias:', 0x3a00001e],
];

const person: readonly Field[] = [
  ['First:', 0x3a06001e],
  ['Initials:', 0x3a0a001e],
  ['Last:', 0x3a11001e],
  ...identity,
  ['Title:', 0x3a17001e],
  ['Company:', 0x3a16001e],
  ['Department:', 0x3a18001e],
  ['Office:', 0x3a19001e],
  ['Address:', 0x3a29001e, 3],
  ['City:', 0x3a27001e],
  ['State:', 0x3a28001e],
  ['Zip code:', 0x3a2a001e],
  ['Country/Region:', 0x3a26001e],
];

const phones: readonly Field[] = [
  ['Business:', 0x3a08001e],
  ['Home:', 0x3a09001e],
  ['Mobile:', 0x3a1c001e],
  ['Fax:', 0x3a23001e],
  ['Notes:', 0x3004001e, 5],
];

const general = (fields: readonly Field[]): Page => ({ title: 'General', fields });
const phonePage: Page = { title: 'Phone/Notes', fields: phones };
const organizationPage: Page = {
  title: 'Organization',
  fields: [
    ['Manager:', 0x8005000d],
    ['Direct reports:', 0x800e000d, 8],
  ],
};
const memberOfPage: Page = { title: 'Member Of', fields: [['Group membership:', 0x8008000d, 14]] };
const addressPage: Page = { title: 'E-mail Addresses', fields: [['E-mail addresses:', 0x800f101e, 14]] };
const groupPage = general([
  ...identity,
  ['Owner:', 0x800c000d],
  ['Notes:', 0x3004001e, 3],
  ['Members:', 0x8009000d, 6],
]);

/** What the dialog of each kind of object shows, in the order in which Outlook's tabs stand. */
const pages: Readonly<Record<number, readonly Page[]>> = {
  [displayType.mailUser]: [general(person), organizationPage, phonePage, memberOfPage, addressPage],
  [displayType.remoteMailUser]: [general(person), organizationPage, phonePage, memberOfPage, addressPage],
  [displayType.distributionList]: [groupPage, memberOfPage, addressPage],
  [displayType.forum]: [general(identity), addressPage],
  [displayType.agent]: [general(identity), addressPage],
};

const left = 12;
const labelWidth = 70;
const fieldWidth = 265;
const lineHeight = 14;
const longestText = 256;

const objectType = 0x000d;
const listFlag = 0x1000;

/** Objects are listed, lists of texts too; all else is typed. */
function kindOf(tag: number): number {
  if ((tag & 0xffff) === objectType) return controlType.listBox;
  return (tag & listFlag) === 0 ? controlType.edit : controlType.multiValueListBox;
}

function controlsOf({ title, fields }: Page): Control[] {
  const nowhere = { x: 0, width: 0, y: 0, height: 0, flags: 0, tag: 0, size: 0 };
  let y = lineHeight;
  const lines = fields.flatMap(([label, tag, count = 1]): Control[] => {
    const height = count * lineHeight;
    const place = { y, height, flags: 0, tag: 0, size: 0 };
    y += height + 2;
    const type = kindOf(tag);
    const flags = type === controlType.edit && count > 1 ? multiline : 0;
    const beside = { x: left + labelWidth, width: fieldWidth, tag, size: longestText };
    return [
      { ...place, x: left, width: labelWidth, type: controlType.label, text: label },
      { ...place, ...beside, type, flags, text: type === controlType.edit ? '*' : '' },
    ];
  });
  return [{ ...nowhere, type: controlType.page, text: title }, ...lines];
}

const headSize = 8;
const rowSize = 36;

/**
 * The dialog by which a kind of object is shown; undefined for a kind that has none:
 * | 1 u32 | rows u32 | rows of nine u32 | texts, each with its NUL |, where rows name texts by their offset.
 * [MS-OXOABKT] 2.2.2.2
 */
export function displayTemplate(type: number): Uint8Array | undefined {
  const controls = pages[type]?.flatMap(controlsOf);
  if (controls === undefined) return undefined;
  const rows = Buffer.alloc(headSize + rowSize * controls.length);
  rows.writeUInt32LE(1, 0);
  rows.writeUInt32LE(controls.length, 4);
  const texts: Buffer[] = [];
  let offset = rows.length;
  for (const [index, { x, width, y, height, type: kind, flags, tag, size, text }] of controls.entries()) {
    const fields = [x, width, y, height, kind, flags, tag, size, offset];
    for (const [field, value] of fields.entries()) rows.writeUInt32LE(value, headSize + rowSize * index + 4 * field);
    const bytes = Buffer.from(`${text}\0`, 'latin1');
    texts.push(bytes);
    offset += bytes.length;
  }
  return Uint8Array.from(Buffer.concat([rows, ...texts]));
}
