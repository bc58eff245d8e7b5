import { argumentError, formatError } from '../dotnet-error.ts';

const shape = /^(\d+)(?:\.(\d+)(?:\.(\d+))?)?(?:-([\dA-Za-z.-]+))?(?:\+([\dA-Za-z.-]+))?$/;

/** System.Management.Automation.SemanticVersion. */
export class SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly preReleaseLabel: string | null;
  readonly buildLabel: string | null;

  constructor(text: string) {
    if (text === '') throw argumentError('The value cannot be an empty string.', 'version');
    const [, major, minor = '0', patch = '0', label, build] = shape.exec(text) ?? [];
    if (major === undefined || [label, build].some(hasEmptyPart))
      throw formatError(`The input string '${text}' was not in a correct format.`);
    this.major = Number(major);
    this.minor = Number(minor);
    this.patch = Number(patch);
    this.preReleaseLabel = label ?? null;
    this.buildLabel = build ?? null;
  }

  toString(): string {
    const label = this.preReleaseLabel === null ? '' : `-${this.preReleaseLabel}`;
    const build = this.buildLabel === null ? '' : `+${this.buildLabel}`;
    return `${this.major}.${this.minor}.${this.patch}${label}${build}`;
  }

  /** A version with a label comes before the one without; the build counts for nothing. */
  compareTo(other: SemanticVersion): number {
    for (const name of ['major', 'minor', 'patch'] as const) {
      if (this[name] !== other[name]) return this[name] < other[name] ? -1 : 1;
    }
    return compareLabels(this.preReleaseLabel, other.preReleaseLabel);
  }
}

const hasEmptyPart = (label: string | undefined): boolean => label !== undefined && label.split('.').includes('');

function compareLabels(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  const theirs = right.split('.');
  const ours = left.split('.');
  for (const [index, part] of ours.entries()) {
    const other = theirs[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return ours.length < theirs.length ? -1 : 0;
}

const isNumber = (part: string): boolean => /^\d+$/.test(part);

/** Numbers come before words. */
function compareParts(left: string, right: string): number {
  if (isNumber(left) && isNumber(right)) return Math.sign(Number(left) - Number(right));
  if (isNumber(left) !== isNumber(right)) return isNumber(left) ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
