import { sleep } from '../../cmdlets/time/sleep.ts';
import { runningSession } from '../values/running-session.ts';
import { timeZoneType } from './time-zone-type-table.ts';
import {
  cultureByName,
  type Culture,
  type TimeSpan,
  toLower,
  toTitleCase,
  toUpper,
  tryParse,
} from '../../dotnet/index.ts';
import { CultureInfo } from '../values/culture-info.ts';
import { currentCulture, currentUICulture, setCurrentCulture, setCurrentUICulture } from '../values/current-culture.ts';
import { CustomObject } from '../values/ps-object.ts';
import { plainText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Property, readOnly, settable } from './define-type.ts';

/** What is known of a culture's symbols; those of the invariant one where it is not held. */
const symbolsOf = ({ name }: CultureInfo): Culture => tryParse(() => cultureByName(name)) ?? cultureByName('');

function numberFormat(culture: CultureInfo): CustomObject {
  const { number } = symbolsOf(culture);
  return new CustomObject(['System.Globalization.NumberFormatInfo', 'System.Object'])
    .setNote('NumberDecimalSeparator', number.decimal)
    .setNote('NumberGroupSeparator', number.group)
    .setNote('CurrencySymbol', number.currency)
    .setNote('CurrencyDecimalSeparator', number.currencyDecimal)
    .setNote('CurrencyGroupSeparator', number.currencyGroup)
    .setNote('NumberDecimalDigits', number.digits)
    .setNote('NegativeSign', number.negative)
    .setNote('PositiveSign', number.positive)
    .setNote('PercentSymbol', number.percent)
    .setNote('NaNSymbol', number.nan)
    .setNote('PositiveInfinitySymbol', number.infinity);
}

const names = (items: readonly string[], more: readonly string[] = []): unknown[] =>
  typedArray('System.String', [...items, ...more]);

function dateFormat(culture: CultureInfo): CustomObject {
  const { date } = symbolsOf(culture);
  const { d, D, t, T, m, y } = date.patterns;
  return new CustomObject(['System.Globalization.DateTimeFormatInfo', 'System.Object'])
    .setNote('ShortDatePattern', d)
    .setNote('LongDatePattern', D)
    .setNote('ShortTimePattern', t)
    .setNote('LongTimePattern', T)
    .setNote('MonthDayPattern', m)
    .setNote('YearMonthPattern', y)
    .setNote('FullDateTimePattern', `${D} ${T}`)
    .setNote('DayNames', names(date.days))
    .setNote('AbbreviatedDayNames', names(date.shortDays))
    .setNote('MonthNames', names(date.months, ['']))
    .setNote('AbbreviatedMonthNames', names(date.shortMonths, ['']))
    .setNote('DateSeparator', date.dateSeparator)
    .setNote('TimeSeparator', date.timeSeparator)
    .setNote('AMDesignator', date.am)
    .setNote('PMDesignator', date.pm);
}

class TextInfo {
  readonly typeName = 'System.Globalization.TextInfo';
  readonly culture: CultureInfo;

  constructor(culture: CultureInfo) {
    this.culture = culture;
  }
}

const invariant = new CultureInfo('');

const cultureProperty = (get: () => CultureInfo, set: (culture: CultureInfo) => void): Property =>
  settable(
    get,
    (_self: unknown, given: unknown) => set(given instanceof CultureInfo ? given : new CultureInfo(plainText(given))),
    'System.Globalization.CultureInfo',
  );

const cultureType: DotNetType = {
  name: 'System.Globalization.CultureInfo',
  base: 'System.Object',
  interfaces: ['System.IFormatProvider', 'System.ICloneable'],
  properties: {
    LCID: readOnly(({ name }: CultureInfo) => ({ '': 127, 'en-US': 1033, 'de-DE': 1031, 'fr-FR': 1036 })[name] ?? 4096),
    Name: readOnly((self: CultureInfo) => self.name, 'string'),
    DisplayName: readOnly((self: CultureInfo) => self.displayName, 'string'),
    EnglishName: readOnly((self: CultureInfo) => self.displayName, 'string'),
    TwoLetterISOLanguageName: readOnly((self: CultureInfo) => self.twoLetterName, 'string'),
    IsNeutralCulture: readOnly(({ name }: CultureInfo) => name !== '' && !name.includes('-')),
    NumberFormat: readOnly(numberFormat),
    DateTimeFormat: readOnly(dateFormat),
    TextInfo: readOnly((self: CultureInfo) => new TextInfo(self)),
    Parent: readOnly(({ name }: CultureInfo) => new CultureInfo(name.split('-').slice(0, -1).join('-'))),
  },
  statics: {
    InvariantCulture: readOnly(() => invariant),
    CurrentCulture: cultureProperty(currentCulture, setCurrentCulture),
    CurrentUICulture: cultureProperty(currentUICulture, setCurrentUICulture),
    InstalledUICulture: readOnly(() => invariant),
  },
  staticMethods: {
    GetCultureInfo: [overload('string name', (_self: null, name: string) => new CultureInfo(name))],
    CreateSpecificCulture: [overload('string name', (_self: null, name: string) => new CultureInfo(name))],
  },
  constructors: [overload('string name', (_type: DotNetType, name: string) => new CultureInfo(name))],
};

const textInfoType: DotNetType = {
  name: 'System.Globalization.TextInfo',
  base: 'System.Object',
  properties: {
    CultureName: readOnly(({ culture }: TextInfo) => culture.name),
    ListSeparator: readOnly(() => ','),
  },
  methods: {
    ToTitleCase: [overload('string str', (_self: TextInfo, text: string) => toTitleCase(text))],
    ToUpper: [overload('string str', (_self: TextInfo, text: string) => toUpper(text))],
    ToLower: [overload('string str', (_self: TextInfo, text: string) => toLower(text))],
  },
};

/** Scripts run on one. */
class Thread {
  readonly typeName = 'System.Threading.Thread';
}

const thread = new Thread();

const threadType: DotNetType = {
  name: 'System.Threading.Thread',
  base: 'System.Object',
  properties: {
    CurrentCulture: cultureProperty(currentCulture, setCurrentCulture),
    CurrentUICulture: cultureProperty(currentUICulture, setCurrentUICulture),
    ManagedThreadId: readOnly(() => 1),
    IsBackground: readOnly(() => false),
    IsAlive: readOnly(() => true),
    Name: readOnly(() => null),
  },
  statics: { CurrentThread: readOnly(() => thread) },
  staticMethods: {
    Sleep: [
      overload('int millisecondsTimeout', (_self: null, milliseconds: number) => sleep(runningSession(), milliseconds)),
      overload('timespan timeout', (_self: null, span: TimeSpan) =>
        sleep(runningSession(), Number(span.ticks / 10_000n)),
      ),
    ],
  },
};

/** Cultures, their texts, the thread that has them, and time zones. */
export const cultureTypes: readonly DotNetType[] = [
  cultureType,
  textInfoType,
  threadType,
  timeZoneType,
  { name: 'System.Globalization.NumberFormatInfo', base: 'System.Object', interfaces: ['System.IFormatProvider'] },
  { name: 'System.Globalization.DateTimeFormatInfo', base: 'System.Object', interfaces: ['System.IFormatProvider'] },
];
