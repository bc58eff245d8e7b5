import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';
import { readZip, ZipError } from './zip-reader.ts';
import { writeZip } from './zip-writer.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

const modified = new Date(2024, 4, 6, 7, 8, 10);

describe('archives as bytes', () => {
  test('entries come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }),
        fc.constantFrom(0, 6),
        (all, level) => {
          const entries = all.map((bytes, index) => ({ name: `d/ü${index}`, bytes, modified }));
          const read = readZip(writeZip(entries, { level }));
          expect(read.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
            entries.map(({ name, bytes }) => [name, [...bytes]]),
          );
          for (const entry of read) expect(entry.modified).toEqual(modified);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a cut or damaged archive is told as one, wherever it is', () => {
    const whole = writeZip([{ name: 'a', bytes: Buffer.from('text '.repeat(20)), modified }], { level: 6 });
    for (let length = 0; length < whole.length; length++)
      expect(() => readZip(whole.subarray(0, length))).toThrow(ZipError);
    const damaged = Uint8Array.from(whole);
    damaged[33]! ^= 0xff;
    expect(() => readZip(damaged)).toThrow(ZipError);
  });
});

test('a folder goes into an archive and comes out of it', () => {
  const { text, errors } = session.run(`
    New-Item d/e/f.txt -Force -Value 'in' | Out-Null; New-Item -ItemType Directory d/empty | Out-Null
    Compress-Archive d a.zip; Expand-Archive a.zip out
    Get-Content out/d/e/f.txt; Test-Path out/d/empty -PathType Container
    'more' | Set-Content g.txt; Compress-Archive g.txt a.zip -Update; (Expand-Archive a.zip out2 -PassThru | Measure-Object).Count`);
  expect(errors).toBe('');
  expect(text).toBe('in\nTrue\n3');
});

test('what is there is not overwritten unasked', () => {
  session.run(
    `'x' | Set-Content x.txt; Compress-Archive x.txt x.zip; Expand-Archive x.zip there; 'own' | Set-Content there/x.txt`,
  );
  const { text, errors } = session.run(
    `Compress-Archive x.txt x.zip; Expand-Archive x.zip there; Get-Content there/x.txt; Expand-Archive x.zip there -Force; Get-Content there/x.txt`,
  );
  expect(errors).toContain('already exists');
  expect(text).toBe('own\nx');
});

test('an entry cannot lead out of its folder', () => {
  session.put('evil.zip', writeZip([{ name: '../evil.txt', bytes: Buffer.from('x'), modified }], { level: 0 }));
  const { text, errors } = session.run(`Expand-Archive evil.zip box; Test-Path evil.txt`);
  expect(errors).toContain('leads out of the destination folder');
  expect(text).toBe('False');
});
