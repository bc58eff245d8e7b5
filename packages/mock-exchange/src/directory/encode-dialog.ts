/** What stands in a dialog. [MS-OXOABKT] 2.2.2.2 */
const controlType = { label: 0, edit: 1, listBox: 2, groupBox: 6, button: 7, page: 8, multiValueListBox: 11 } as const;

/** [MS-OXOABKT] 2.2.2.1.2 */
const controlFlag = { multiline: 0x01, editable: 0x02, required: 0x04 } as const;

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
export type Field = readonly [label: string, tag: number, lines?: number];

/** One tab of a dialog. */
export interface Page {
  readonly title: string;
  readonly fields: readonly Field[];
  /** Whether something must be typed into every field; nothing can be where it is not told. */
  readonly isFilledIn?: boolean;
}

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

const flagsOf = (isLong: boolean, isFilledIn: boolean): number =>
  (isLong ? controlFlag.multiline : 0) | (isFilledIn ? controlFlag.editable | controlFlag.required : 0);

function controlsOf({ title, fields, isFilledIn = false }: Page): Control[] {
  const nowhere = { x: 0, width: 0, y: 0, height: 0, flags: 0, tag: 0, size: 0 };
  let y = lineHeight;
  const lines = fields.flatMap(([label, tag, count = 1]): Control[] => {
    const height = count * lineHeight;
    const place = { y, height, flags: 0, tag: 0, size: 0 };
    y += height + 2;
    const type = kindOf(tag);
    const flags = flagsOf(type === controlType.edit && count > 1, isFilledIn);
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
 * A dialog of these pages:
 * | 1 u32 | rows u32 | rows of nine u32 | texts, each with its NUL |, where rows name texts by their offset.
 * [MS-OXOABKT] 2.2.2.2
 */
export function encodeDialog(pages: readonly Page[]): Uint8Array {
  const controls = pages.flatMap(controlsOf);
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
