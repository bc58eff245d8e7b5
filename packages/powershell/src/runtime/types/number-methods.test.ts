import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('methods of numbers', () => {
  checkScripts([
    { script: '(5).ToDouble($null).GetType().Name', output: 'Double' },
    { script: '(5).ToType([string], $null).GetType().Name', output: 'String' },
    { script: '(5l).GetByteCount(); ([byte]1).GetByteCount()', output: '8\n1' },
    {
      script: '(0).GetShortestBitLength(); (255).GetShortestBitLength(); (-129).GetShortestBitLength()',
      output: '0\n8\n9',
    },
    { script: '$b = [byte[]]::new(4); (258).WriteBigEndian($b); "$b"', output: '4\n0 0 1 2' },
    { script: '$b = [byte[]]::new(5); (-2).WriteLittleEndian($b, 1); "$b"', output: '4\n0 254 255 255 255' },
    { script: '(258).WriteBigEndian([byte[]]::new(2))', errorId: 'ArgumentException' },
  ]);
});
