import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

/** `cast` and what it gives: type and text. */
const gives = (casts: Readonly<Record<string, string>>) =>
  checkScripts(
    Object.entries(casts).map(([cast, output]) => ({
      script: `$v = ${cast}; if ($null -eq $v) { 'null' } else { "$($v.GetType().Name) $v" }`,
      output,
    })),
  );

const fails = (casts: Readonly<Record<string, string>>) =>
  checkScripts(Object.entries(casts).map(([script, errorId]) => ({ script, errorId, output: '' })));

describe('numbers', () => {
  gives({
    '[int]2.5': 'Int32 2',
    '[int]3.5': 'Int32 4',
    '[int]-2.5': 'Int32 -2',
    "[int]' 7 '": 'Int32 7',
    "[int]'0x1F'": 'Int32 31',
    "[int]'1e3'": 'Int32 1000',
    '[int]$true': 'Int32 1',
    '[int]$null': 'Int32 0',
    "[int][char]'A'": 'Int32 65',
    '[byte]255': 'Byte 255',
    '[long]3000000000': 'Int64 3000000000',
    '[decimal]1.10': 'Decimal 1.1',
    "[double]'1,234.5'": 'Double 1234.5',
    "[bigint]'12345678901234567890'": 'BigInteger 12345678901234567890',
    "'12' -as [int]": 'Int32 12',
    "'x' -as [int]": 'null',
  });
  fails({
    "[int]'x'": 'InvalidCastFromStringToInteger',
    "[int]''+[int]'a'": 'InvalidCastFromStringToInteger',
    '[byte]256': 'InvalidCastIConvertible',
    '[int]3000000000': 'InvalidCastIConvertible',
    '[int](1, 2)': 'ConvertToFinalInvalidCastException',
  });
});

describe('texts, truth and characters', () => {
  gives({
    '[string]1.50': 'String 1.5',
    '[string](1, 2, 3)': 'String 1 2 3',
    "[bool]'False'": 'Boolean True',
    '[bool]@(0)': 'Boolean False',
    '[bool]@(0, 0)': 'Boolean True',
    '[char]65': 'Char A',
    "[char]'x'": 'Char x',
    "[char[]]'abc'": 'Char[] a b c',
  });
  fails({ "[char]'xy'": 'InvalidCastParseTargetInvocation', "[bool]::Parse('x')": 'FormatException' });
});

describe('enumerations', () => {
  gives({
    "[DayOfWeek]'fri'": 'DayOfWeek Friday',
    '[DayOfWeek]2': 'DayOfWeek Tuesday',
    "[System.IO.FileAttributes]'ReadOnly, Hidden'": 'FileAttributes ReadOnly, Hidden',
    "[int][DayOfWeek]'Monday'": 'Int32 1',
  });
  fails({ "[DayOfWeek]'Someday'": 'SubstringDisambiguationEnumParseThrewAnException' });
});

describe('dates, versions and the like', () => {
  gives({
    "[datetime]'2024-02-29'": 'DateTime 02/29/2024 00:00:00',
    "[timespan]'1.02:03:04'": 'TimeSpan 1.02:03:04',
    "[version]'1.2.3'": 'Version 1.2.3',
    "[guid]'{00000000-0000-0000-0000-000000000001}'": 'Guid 00000000-0000-0000-0000-000000000001',
    "[uri]'https://a.example/b'": 'Uri https://a.example/b',
    "[regex]'a+'": 'Regex a+',
    "[mailaddress]'Ann <ann@x.example>'": 'MailAddress "Ann" <ann@x.example>',
    "[ipaddress]'10.0.0.1'": 'IPAddress 10.0.0.1',
    "[type]'int'": 'RuntimeType int',
  });
  fails({
    "[datetime]'no date'": 'InvalidCastParseTargetInvocationWithFormatProvider',
    "[guid]'x'": 'InvalidCastParseTargetInvocationWithFormatProvider',
    "[nosuch]'x'": 'TypeNotFound',
  });
});

describe('arrays, maps and objects', () => {
  gives({
    '[int[]]("1", 2.5)': 'Int32[] 1 2',
    '[string[]]1': 'String[] 1',
    '([System.Collections.Generic.List[int]]("1", "2"))[1]': 'Int32 2',
    '([pscustomobject]@{ a = 1 }).a': 'Int32 1',
    '([ordered]@{ b = 1; a = 2 }).Keys[0]': 'String b',
    "([System.Text.StringBuilder]'x').Length": 'Int32 1',
  });
  fails({
    '[hashtable]5': 'ConvertToFinalInvalidCastException',
    '[int[]]"a"': 'InvalidCastExceptionScalarToArray',
  });
});
