/** A product version as four numbers, e.g. 6.5.7638.1. */
export type ProductVersion = readonly [major: number, minor: number, build: number, revision: number];

const buildFlag = 0x8000;

/** A version as the three words of EcDoConnectEx. [MS-OXCRPC] 3.1.4.1.3.1 */
export const normalizeVersion = ([major, minor, build, revision]: ProductVersion): number[] => [
  (major << 8) | minor,
  build | buildFlag,
  revision,
];

/** The version behind the three words; without the flag the words are major, build and revision. [MS-OXCRPC] 3.2.4.1.3 */
export function denormalizeVersion(words: readonly number[]): ProductVersion {
  const [first = 0, second = 0, third = 0] = words;
  if ((second & buildFlag) === 0) return [first, 0, second, third];
  return [first >> 8, first & 0xff, second & ~buildFlag, third];
}
