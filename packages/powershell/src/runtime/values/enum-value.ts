import type { DotNetType } from '../types/define-type.ts';
import { enumText } from './enum-text.ts';

/** A value of an enumeration. */
export class EnumValue {
  readonly type: DotNetType;
  readonly value: number;

  constructor(type: DotNetType, value: number) {
    this.type = type;
    this.value = value;
  }

  get typeName(): string {
    return this.type.name;
  }

  text(): string {
    return enumText(this.type.enumeration ?? {}, this.value, this.type.flags === true);
  }
}
