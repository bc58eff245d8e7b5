import type { DotNetType } from '../types/define-type.ts';

/** A type as a value: `[int]`. */
export class TypeValue {
  readonly type: DotNetType;

  constructor(type: DotNetType) {
    this.type = type;
  }
}
