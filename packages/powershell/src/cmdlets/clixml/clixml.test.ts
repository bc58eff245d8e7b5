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
  expect(text).toBe('True|2|v|Friday|pw|Deserialized.System.Management.Automation.PSCustomObject');
});

/** What the original writes for these. */
test.each([
  ["'a<b>&\"'", '<S>a&lt;b&gt;&amp;"</S>'],
  ["[xml]'<a><b>1</b></a>'", '<XD>&lt;a&gt;&lt;b&gt;1&lt;/b&gt;&lt;/a&gt;</XD>'],
  ['[System.Collections.Queue]::new(@(1))', '<QUE>'],
  ['[System.Collections.Stack]::new(@(1))', '<STK>'],
  ['[cultureinfo]::InvariantCulture', '<ToString />'],
])('%s is written as %s', (expression, element) => {
  expect(session.run(`ConvertTo-CliXml (${expression}) -Depth 1`).text).toContain(element);
});

test('depth counts properties of types; what lies deeper is text', () => {
  const nested = "$o = 1; 'd', 'c', 'b', 'a' | % { $o = [pscustomobject]@{ $_ = $o } }; $o";
  expect(session.run(`(ConvertTo-CliXml (& { ${nested} }) -Depth 1 | ConvertFrom-CliXml).a.b.c.d`).text).toBe('1');
  expect(session.run("ConvertTo-CliXml ([ipaddress]'1.2.3.4') -Depth 1").text).toContain(
    '<S N="AddressFamily">InterNetwork</S>',
  );
});

test('a value of an enumeration keeps its name and its number', () => {
  const script = '$e = ConvertTo-CliXml ([DayOfWeek]::Monday) | ConvertFrom-CliXml; "$e"; [int]$e; $e.PSTypeNames[0]';
  expect(session.run(script).text).toBe('Monday\n1\nDeserialized.System.DayOfWeek');
});
