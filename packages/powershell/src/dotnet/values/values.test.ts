import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Guid } from './guid.ts';
import { MailAddress } from './mail-address.ts';
import { SemanticVersion } from './semantic-version.ts';
import { escapeData, unescapeData, Uri } from './uri.ts';
import { Version } from './version.ts';

const text = '12345678-1234-1234-1234-123456789abc';

describe('Guid', () => {
  test.each([
    ['N', '12345678123412341234123456789abc'],
    ['D', text],
    ['B', `{${text}}`],
    ['P', `(${text})`],
    ['X', '{0x12345678,0x1234,0x1234,{0x12,0x34,0x12,0x34,0x56,0x78,0x9a,0xbc}}'],
  ])('form %s is written and read', (format, written) => {
    expect(Guid.parse(text).toString(format)).toBe(written);
    expect(Guid.parse(written.toUpperCase().replaceAll('X', 'x')).toString()).toBe(text);
  });

  test.each(['nope', '', '{12345678-1234-1234-1234-123456789abc', '12345678-12341234-1234-123456789abc'])(
    'refuses %o',
    (wrong) => {
      expect(() => Guid.parse(wrong)).toThrow('Unrecognized Guid format.');
      expect(Guid.tryParse(wrong)).toBeUndefined();
    },
  );

  test('the bytes have the first groups swapped', () => {
    expect([...Guid.parse(text).toBytes()].slice(0, 5)).toEqual([0x78, 0x56, 0x34, 0x12, 0x34]);
    fc.assert(fc.property(fc.uuid(), (value) => Guid.fromBytes(Guid.parse(value).toBytes()).toString() === value));
    expect(() => Guid.empty.toString('Q')).toThrow('Format string can be only');
  });
});

describe('Version', () => {
  test.each(['1.2', '1.2.3', '1.2.3.4'])('%s', (version) => {
    expect(Version.parse(version).toString()).toBe(version);
  });

  test.each([
    ['1', "Version string portion was too short or too long. (Parameter 'input')"],
    ['1.2.3.4.5', "Version string portion was too short or too long. (Parameter 'input')"],
    ['x.y', "The input string 'x' was not in a correct format."],
    ['1.-2', "Version's parameters must be greater than or equal to zero. (Parameter 'input')"],
  ])('refuses %s', (version, message) => {
    expect(() => Version.parse(version)).toThrow(expect.objectContaining({ message }));
  });

  test('a number that is not given comes before zero', () => {
    expect(Version.parse('1.2').compareTo(Version.parse('1.2.0'))).toBe(-1);
    expect(Version.parse('1.10.0').compareTo(Version.parse('1.9.0'))).toBe(1);
    expect(Version.parse('1.2.3').toString(2)).toBe('1.2');
    expect(Version.parse('1.2').build).toBe(-1);
  });
});

describe('SemanticVersion', () => {
  test('parts', () => {
    expect(new SemanticVersion('1.2.3-a.1+b')).toMatchObject({
      major: 1,
      patch: 3,
      preReleaseLabel: 'a.1',
      buildLabel: 'b',
    });
    expect(new SemanticVersion('1.2').toString()).toBe('1.2.0');
    expect(() => new SemanticVersion('1.x')).toThrow("The input string '1.x' was not in a correct format.");
  });

  test('order', () => {
    const ordered = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc1',
      '1.0.0',
      '1.0.1',
    ];
    const sorted = ordered.toReversed().sort((a, b) => new SemanticVersion(a).compareTo(new SemanticVersion(b)));
    expect(sorted).toEqual(ordered);
  });
});

describe('Uri', () => {
  test('parts', () => {
    expect(new Uri('https://user@host.example.com:8443/path/to?x=1&y=2#frag')).toMatchObject({
      scheme: 'https',
      host: 'host.example.com',
      port: 8443,
      absolutePath: '/path/to',
      query: '?x=1&y=2',
      fragment: '#frag',
      isAbsoluteUri: true,
      absoluteUri: 'https://user@host.example.com:8443/path/to?x=1&y=2#frag',
      segments: ['/', 'path/', 'to'],
      userInfo: 'user',
      pathAndQuery: '/path/to?x=1&y=2',
      authority: 'host.example.com:8443',
    });
  });

  test('what is not absolute', () => {
    expect(new Uri('relative/path').toString()).toBe('relative/path');
    expect(new Uri('a/b').isAbsoluteUri).toBe(false);
    expect(() => new Uri('a/b').host).toThrow('This operation is not supported for a relative URI.');
    expect(() => new Uri('a/b', 'Absolute')).toThrow('Invalid URI: The format of the URI could not be determined.');
    expect(Uri.join(new Uri('http://h/a/'), 'b').absoluteUri).toBe('http://h/a/b');
  });

  test('well formed and escaped', () => {
    expect(Uri.isWellFormed('http://x y', 'Absolute')).toBe(false);
    expect(Uri.tryCreate('http://x', 'Absolute')?.host).toBe('x');
    expect(escapeData('a&b c/é')).toBe('a%26b%20c%2F%C3%A9');
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (value) => unescapeData(escapeData(value)) === value));
  });
});

describe('MailAddress', () => {
  test.each([
    ['Ann Smith <ann@example.com>', 'Ann Smith', '"Ann Smith" <ann@example.com>'],
    ['"Smith, Ann" <ann@example.com>', 'Smith, Ann', '"Smith, Ann" <ann@example.com>'],
    ['ann@example.com', '', 'ann@example.com'],
  ])('%s', (address, displayName, written) => {
    const parsed = new MailAddress(address);
    expect(parsed).toMatchObject({ displayName, user: 'ann', host: 'example.com', address: 'ann@example.com' });
    expect(parsed.toString()).toBe(written);
  });

  test.each(['nope', 'a@', '@b', 'a@b@c', 'a..b@c'])('refuses %s', (address) => {
    expect(() => new MailAddress(address)).toThrow(
      'The specified string is not in the form required for an e-mail address.',
    );
  });
});
