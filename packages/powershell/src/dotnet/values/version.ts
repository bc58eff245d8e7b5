import { argumentError, outOfRangeError } from '../dotnet-error.ts';
import { numberFormatError, parseInteger } from '../numbers/parse-number.ts';

/** System.Version: two to four numbers; one that is not given is -1. */
export class Version {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly revision: number;

  constructor(major = 0, minor = 0, build = -1, revision = -1) {
    this.major = major;
    this.minor = minor;
    this.build = build;
    this.revision = revision;
  }

  static parse(text: string): Version {
    const parts = text.split('.');
    if (parts.length < 2 || parts.length > 4) {
      throw argumentError('Version string portion was too short or too long.', 'input');
    }
    return new Version(...parts.map(parsePart));
  }

  /** The numbers that are given. */
  private get parts(): readonly number[] {
    const all = [this.major, this.minor, this.build, this.revision];
    const end = all.indexOf(-1);
    return end < 0 ? all : all.slice(0, end);
  }

  /** All numbers given, or the first `count`. */
  toString(count = this.parts.length): string {
    if (count >= 0 && count <= this.parts.length) return this.parts.slice(0, count).join('.');
    throw argumentError(`Argument must be between 0 and ${this.parts.length}.`, 'fieldCount');
  }

  compareTo(other: Version): number {
    for (const name of ['major', 'minor', 'build', 'revision'] as const) {
      if (this[name] !== other[name]) return this[name] < other[name] ? -1 : 1;
    }
    return 0;
  }
}

function parsePart(text: string): number {
  if (/^\s*-\d/.test(text))
    throw outOfRangeError("Version's parameters must be greater than or equal to zero.", 'input');
  if (text.trim() === '') throw numberFormatError(text);
  return Number(parseInteger(text, 'Int32'));
}
