import type { ErrorRecord } from './error-record.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf } from '../types/type-of.ts';
import { CustomObject } from './ps-object.ts';
import { plainText } from './to-text.ts';

/** The parts of a category that a script can set; what it does not is read from the record. */
type Part = 'activity' | 'reason' | 'targetName' | 'targetType';

/** Source: System.Management.Automation.ErrorCategoryInfo. */
export class CategoryInfo {
  readonly typeName = 'System.Management.Automation.ErrorCategoryInfo';
  readonly record: ErrorRecord;
  readonly #given: Partial<Record<Part, string>> = {};

  constructor(record: ErrorRecord) {
    this.record = record;
  }

  /** Sets a part; an empty one is read from the record again. */
  set(part: Part, text: string): void {
    this.#given[part] = text;
  }

  get category(): string {
    return this.record.category;
  }

  get activity(): string {
    return this.#given.activity || (this.record.invocation?.command?.name ?? '');
  }

  get reason(): string {
    return this.#given.reason || shortName(this.record.exception.typeName);
  }

  get targetName(): string {
    return this.#given.targetName || plainText(this.record.target);
  }

  get targetType(): string {
    const { target } = this.record;
    return this.#given.targetType || (target === null ? '' : shortName(targetTypeName(target)));
  }

  text(): string {
    return `${this.category}: (${this.targetName}:${this.targetType}) [${this.activity}], ${this.reason}`;
  }
}

/** A record keeps the wrapper of an object that scripts have made. */
const targetTypeName = (target: unknown): string =>
  target instanceof CustomObject ? 'System.Management.Automation.PSObject' : typeNameOf(target);

const known = new WeakMap<ErrorRecord, CategoryInfo>();

/** The category of a record, always the same object. */
export function categoryInfoOf(record: ErrorRecord): CategoryInfo {
  const found = known.get(record);
  if (found) return found;
  const made = new CategoryInfo(record);
  known.set(record, made);
  return made;
}

const shortName = (name: string): string => displayTypeName(name).split('.').at(-1)!;
