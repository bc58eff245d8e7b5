import { afterAll, expect, test } from 'vitest';
import { TimeSpan } from '../../dotnet/index.ts';
import { TemporarySession } from '../testing/temporary-session.ts';
import { decodeText, durationText, encodeText, parseDuration } from './clixml-text.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

test('texts come back, whatever XML makes of their characters', () => {
  for (const text of ['a<b>&"c"', 'line\r\nnext\ttab', '_x000A_ as written', '\u0000\ud800 alone', '😀']) {
    expect(
      decodeText(
        encodeText(text)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      ),
    ).toBe(text);
  }
  expect(encodeText('a\nb')).toBe('a_x000A_b');
});

test.each([
  [0n, 'PT0S'],
  [937_840_050_000n, 'P1DT2H3M4.005S'],
  [-10_000_000n, '-PT1S'],
])('%s ticks are %s', (ticks, text) => {
  expect(durationText(new TimeSpan(ticks))).toBe(text);
  expect(parseDuration(text).ticks).toBe(ticks);
});

test.each([
  ['5', 'Int32:5'],
  ['5L', 'Int64:5'],
  ["'x'", 'String:x'],
  ["[char]'c'", 'Char:c'],
  ['1.5', 'Double:1.5'],
  ['1.50d', 'Decimal:1.50'],
  ['$true', 'Boolean:True'],
  ["[guid]'00000000-0000-0000-0000-000000000001'", 'Guid:00000000-0000-0000-0000-000000000001'],
  ["[timespan]'1.02:03:04'", 'TimeSpan:1.02:03:04'],
  ["[version]'1.2.3'", 'Version:1.2.3'],
  ["[datetime]'2024-05-06T07:08:09'", 'DateTime:05/06/2024 07:08:09'],
  ["[uri]'https://a.b/c'", 'Uri:https://a.b/c'],
])('%s comes back as what it was', (expression, told) => {
  const { text, errors } = session.run(
    `${expression} | Export-Clixml v.xml; $v = Import-Clixml v.xml; "$($v.GetType().Name):$v"`,
  );
  expect(errors).toBe('');
  expect(text).toBe(told);
});

test('objects that hold each other, lists, tables and secrets come back', () => {
  const { text, errors } = session.run(`
    $shared = [pscustomobject]@{ n = 1 }
    $o = [pscustomobject]@{ a = $shared; b = $shared; l = 1, 2; t = @{ k = 'v' }; e = [System.DayOfWeek]::Friday
      c = [pscredential]::new('u', (ConvertTo-SecureString 'pw' -AsPlainText)) }
    $o | Export-Clixml o.xml
    $b = Import-Clixml o.xml
    [object]::ReferenceEquals($b.a, $b.b), $b.l.Count, $b.t.k, $b.e, $b.c.GetNetworkCredential().Password, $b.psobject.TypeNames[0] -join '|'`);
  expect(errors).toBe('');
  expect(text).toBe('True|2|v|5|pw|Deserialized.System.Management.Automation.PSCustomObject');
});

test('depth ends in text', () => {
  const { text } = session.run(
    `[pscustomobject]@{ a = [pscustomobject]@{ b = [pscustomobject]@{ c = 1 } } } | Export-Clixml d.xml -Depth 1; (Import-Clixml d.xml).a.b.GetType().Name`,
  );
  expect(text).toBe('String');
});
