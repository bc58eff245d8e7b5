import { describe, expect, test } from 'vitest';
import { byteSizeText, dateText, timeSpanText } from './value-text.ts';

describe('values print as the product prints them', () => {
  test.each([
    [0, '0 B (0 bytes)'],
    [1023, '1023 B (1,023 bytes)'],
    [1536, '1.5 KB (1,536 bytes)'],
    [1_325_000_000, '1.234 GB (1,325,000,000 bytes)'],
    [1_610_612_736, '1.5 GB (1,610,612,736 bytes)'],
    [2 ** 52, '4096 TB (4,503,599,627,370,496 bytes)'],
  ])('size %d', (bytes, text) => {
    expect(byteSizeText(bytes)).toBe(text);
  });

  test.each([
    [0, '00:00:00'],
    [5, '00:00:00.0050000'],
    [93_784_000, '1.02:03:04'],
    [-1000, '-00:00:01'],
  ])('duration %d', (milliseconds, text) => {
    expect(timeSpanText(milliseconds)).toBe(text);
  });

  test.each([
    ['2026-11-21T00:05:09Z', '11/21/2026 12:05:09 AM'],
    ['2026-01-02T12:00:00Z', '1/2/2026 12:00:00 PM'],
    ['2026-01-02T23:59:59Z', '1/2/2026 11:59:59 PM'],
  ])('date %s', (iso, text) => {
    expect(dateText(new Date(iso))).toBe(text);
  });
});
