import type { DotNetType } from '../types/define-type.ts';
import { List } from './list.ts';

/** A parameter that code makes. Source: RuntimeDefinedParameter. */
export class RuntimeParameter {
  readonly typeName = 'System.Management.Automation.RuntimeDefinedParameter';
  name: string;
  type: DotNetType;
  attributes: List;
  isSet = false;
  #value: unknown = null;

  constructor(name: string, type: DotNetType, attributes: readonly unknown[]) {
    this.name = name;
    this.type = type;
    this.attributes = new List('System.Collections.ObjectModel.Collection`1[[System.Attribute]]', [...attributes]);
  }

  get value(): unknown {
    return this.#value;
  }

  set value(value: unknown) {
    this.#value = value;
    this.isSet = true;
  }
}
