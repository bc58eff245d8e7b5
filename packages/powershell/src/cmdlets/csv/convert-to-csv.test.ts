import { afterAll, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

const rows = '[pscustomobject]@{ a = 1 }, [pscustomobject]@{ b = 2 }';

test('a row without anything in it is no line for ConvertTo-Csv, and an empty one for Export-Csv', () => {
  expect(session.run(`${rows} | ConvertTo-Csv | % { "[$_]" }`).text).toBe('["a"]\n["1"]');
  expect(session.run(`${rows} | Export-Csv o.csv; Get-Content o.csv | % { "[$_]" }`).text).toBe('["a"]\n["1"]\n[]');
});
