import type { SeededRandom } from '@cutover/base';
import { stableRandom } from './stable.ts';

/** Text and bytes to cut messages from: a piece costs no more than its own length, however it was chosen. */
export interface Corpus {
  readonly text: (random: SeededRandom, length: number) => string;
  readonly bytes: (random: SeededRandom, length: number) => Uint8Array;
}

const textSize = 1024 * 1024;
const bytesSize = 2 * 1024 * 1024;
const lineLength = 68;

const words = (
  'the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one ' +
  'you were all her she there would their we him been has when who will no more if out so up said what its about than ' +
  'into them can only other time new some could these two may first then do any like my now over such our man me even ' +
  'most made after also did many off before must well back through years much where your way down should because long ' +
  'each just state those people too mr how little good world make very year still see work life never being under ' +
  'meeting report budget quarter forecast contract invoice server exchange mailbox outlook project schedule customer ' +
  'delivery review attached please regards thanks monday tuesday agenda minutes approve draft version final'
).split(' ');

/** Makes the corpus of a number when it is first needed. */
export function createCorpus(number: number): () => Corpus {
  let made: Corpus | undefined;
  return () => (made ??= makeCorpus(number));
}

function makeCorpus(number: number): Corpus {
  const random = stableRandom('corpus', number);
  const whole = makeText(random);
  const blob = makeBytes(random);
  const begin = (from: SeededRandom, size: number, length: number): number => from.integer(0, size - length);
  return {
    text: (from, length) => {
      const start = begin(from, whole.length, length);
      return whole.slice(start, start + length);
    },
    bytes: (from, length) => {
      const start = begin(from, blob.length, length);
      return blob.subarray(start, start + length);
    },
  };
}

function makeText(random: SeededRandom): string {
  const parts: string[] = [];
  let size = 0;
  let line = 0;
  while (size < textSize) {
    const word = random.pick(words);
    const end = line > lineLength ? '\r\n' : ' ';
    line = line > lineLength ? 0 : line + word.length + 1;
    parts.push(word, end);
    size += word.length + end.length;
  }
  return parts.join('');
}

/** Words of 32 bits at once: two million single calls would be felt at every start. */
function makeBytes(random: SeededRandom): Uint8Array {
  const numbers = new Uint32Array(bytesSize / 4);
  for (let index = 0; index < numbers.length; index++) numbers[index] = random.next() * 0x1_0000_0000;
  return new Uint8Array(numbers.buffer);
}
