import { argumentError } from './dotnet-error.ts';

/** How a culture writes numbers. In the patterns `n` is the number, `$` the currency sign, `%` the percent sign. */
export interface NumberSymbols {
  readonly decimal: string;
  readonly group: string;
  readonly currency: string;
  readonly currencyDecimal: string;
  readonly currencyGroup: string;
  readonly negative: string;
  readonly positive: string;
  readonly percent: string;
  readonly perMille: string;
  readonly nan: string;
  readonly infinity: string;
  /** Decimal places of N, F and P without a precision. */
  readonly digits: number;
  readonly patterns: Readonly<Record<'currency' | 'negativeCurrency' | 'percent' | 'negativePercent', string>>;
}

/** How a culture writes dates: names, separators and the patterns of the standard formats. */
export interface DateSymbols {
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly am: string;
  readonly pm: string;
  readonly era: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly patterns: Readonly<Record<'d' | 'D' | 't' | 'T' | 'm' | 'y', string>>;
  /** Order of the numbers in `1/2/2024`. */
  readonly order: 'mdy' | 'dmy';
}

export interface Culture {
  readonly name: string;
  readonly number: NumberSymbols;
  readonly date: DateSymbols;
}

const words = (text: string): readonly string[] => text.split(' ');

const englishNames = {
  days: words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  shortDays: words('Sun Mon Tue Wed Thu Fri Sat'),
  months: words('January February March April May June July August September October November December'),
  shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  am: 'AM',
  pm: 'PM',
  dateSeparator: '/',
  timeSeparator: ':',
} as const;

const plainNumbers = {
  decimal: '.',
  group: ',',
  currencyDecimal: '.',
  currencyGroup: ',',
  negative: '-',
  positive: '+',
  percent: '%',
  perMille: '‰',
  nan: 'NaN',
} as const;

export const invariantCulture: Culture = {
  name: '',
  number: {
    ...plainNumbers,
    currency: '¤',
    infinity: 'Infinity',
    digits: 2,
    patterns: { currency: '$n', negativeCurrency: '($n)', percent: 'n %', negativePercent: '-n %' },
  },
  date: {
    ...englishNames,
    era: 'A.D.',
    order: 'mdy',
    patterns: {
      d: 'MM/dd/yyyy',
      D: 'dddd, dd MMMM yyyy',
      t: 'HH:mm',
      T: 'HH:mm:ss',
      m: 'MMMM dd',
      y: 'yyyy MMMM',
    },
  },
};

const enUS: Culture = {
  name: 'en-US',
  number: {
    ...plainNumbers,
    currency: '$',
    infinity: '∞',
    digits: 3,
    patterns: { currency: '$n', negativeCurrency: '-$n', percent: 'n%', negativePercent: '-n%' },
  },
  date: {
    ...englishNames,
    era: 'AD',
    order: 'mdy',
    patterns: {
      d: 'M/d/yyyy',
      D: 'dddd, MMMM d, yyyy',
      t: 'h:mm\u202Ftt',
      T: 'h:mm:ss\u202Ftt',
      m: 'MMMM d',
      y: 'MMMM yyyy',
    },
  },
};

const deDE: Culture = {
  name: 'de-DE',
  number: {
    ...enUS.number,
    decimal: ',',
    group: '.',
    currencyDecimal: ',',
    currencyGroup: '.',
    currency: '€',
    patterns: { currency: 'n $', negativeCurrency: '-n $', percent: 'n %', negativePercent: '-n %' },
  },
  date: {
    days: words('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
    shortDays: words('So Mo Di Mi Do Fr Sa'),
    months: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    shortMonths: words('Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez'),
    am: 'AM',
    pm: 'PM',
    era: 'n. Chr.',
    dateSeparator: '.',
    timeSeparator: ':',
    order: 'dmy',
    patterns: {
      d: 'dd.MM.yyyy',
      D: 'dddd, d. MMMM yyyy',
      t: 'HH:mm',
      T: 'HH:mm:ss',
      m: 'd. MMMM',
      y: 'MMMM yyyy',
    },
  },
};

const frFR: Culture = {
  name: 'fr-FR',
  number: { ...deDE.number, group: '\u202f', currencyGroup: '\u202f' },
  date: {
    days: words('dimanche lundi mardi mercredi jeudi vendredi samedi'),
    shortDays: words('dim. lun. mar. mer. jeu. ven. sam.'),
    months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: words('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
    am: 'AM',
    pm: 'PM',
    era: 'ap. J.-C.',
    dateSeparator: '/',
    timeSeparator: ':',
    order: 'dmy',
    patterns: {
      d: 'dd/MM/yyyy',
      D: 'dddd d MMMM yyyy',
      t: 'HH:mm',
      T: 'HH:mm:ss',
      m: 'd MMMM',
      y: 'MMMM yyyy',
    },
  },
};

const cultures = new Map([invariantCulture, enUS, deDE, frFR].map((culture) => [culture.name.toLowerCase(), culture]));

/** The culture of this name; names that are not held are refused. */
export function cultureByName(name: string): Culture {
  const culture = cultures.get(name.toLowerCase());
  if (culture === undefined) throw argumentError(`The culture '${name}' is not supported.`, 'name');
  return culture;
}
