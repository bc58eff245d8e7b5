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
    {
      script: '[int]::Max(2, 3); [long]::MinMagnitude(-2, 3); [int]::Clamp(9, 1, 5); [int]::Sign(-4)',
      output: '3\n-2\n5\n-1',
    },
    { script: '[byte]::PopCount(7); [int]::LeadingZeroCount(1); [int]::TrailingZeroCount(0)', output: '3\n31\n32' },
    {
      script: '[int]::RotateLeft(-2147483648, 1); [byte]::RotateRight(1, 1); [int]::CopySign(3, -1)',
      output: '1\n128\n-3',
    },
    { script: '[int]::Abs([int]::MinValue)', errorId: 'OverflowException' },
    { script: '[int]::Clamp(1, 5, 2)', errorId: 'ArgumentException' },
  ]);
});
