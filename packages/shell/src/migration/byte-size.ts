import { defineForeign, type DotNetType, overload, readOnly } from '@cutover/powershell/values';
import { declareType } from './declare-type.ts';

/** A size in bytes. Source: Microsoft.Exchange.Data.ByteQuantifiedSize. */
export class ByteSize {
  readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
  }

  /** `1.5 KB (1,536 bytes)`, four significant digits. */
  toString(): string {
    const unit = this.bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(this.bytes) / 10), units.length - 1);
    const amount = Number((this.bytes / 1024 ** unit).toPrecision(4));
    return `${amount} ${units[unit]} (${grouped(this.bytes)} bytes)`;
  }
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'];
const grouped = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
const typeName = 'Microsoft.Exchange.Data.ByteQuantifiedSize';

/** Whole units, as the product gives them: 64 bits, which the language holds as a bigint. */
const inUnits =
  (power: number) =>
  (size: ByteSize): bigint =>
    BigInt(Math.floor(size.bytes / 1024 ** power));

const text = (size: ByteSize): string => size.toString();

defineForeign(ByteSize, { typeName, text, compare: (left, right) => left.bytes - right.bytes });

const byteSizeType: DotNetType = {
  name: typeName,
  base: 'System.ValueType',
  valueType: true,
  interfaces: ['System.IComparable', 'System.IFormattable'],
  properties: {
    // A mailbox's size is Unlimited<ByteQuantifiedSize> in the product: its value is the size itself.
    Value: readOnly((size) => size),
    IsUnlimited: readOnly(() => false),
  },
  methods: {
    ToBytes: [overload('', inUnits(0))],
    ToKB: [overload('', inUnits(1))],
    ToMB: [overload('', inUnits(2))],
    ToGB: [overload('', inUnits(3))],
    ToTB: [overload('', inUnits(4))],
    ToString: [overload('', text)],
  },
};

/** A size as a value of the language, with `.ToMB()` and `.Value`. */
export function byteSize(bytes: number): ByteSize {
  declareType(typeName, () => byteSizeType);
  return new ByteSize(bytes);
}
