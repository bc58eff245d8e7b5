import { escapeRegex, Regex, type RegexCapture, RegexMatch, TimeSpan, unescapeRegex } from '../../dotnet/index.ts';
import { regexOf } from '../operators/match.ts';
import type { Delegate } from '../values/delegate.ts';
import { defineForeign } from '../values/foreign-value.ts';
import { EnumValue } from '../values/enum-value.ts';
import { List } from '../values/list.ts';
import { toText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

const prefix = 'System.Text.RegularExpressions.';

/** A match that failed, and a group: what a script sees of a capture. */
class Group {
  readonly typeName: string;
  readonly capture: RegexCapture;

  constructor(capture: RegexCapture, typeName = `${prefix}Group`) {
    this.capture = capture;
    this.typeName = typeName;
  }

  text(): string {
    return this.capture.value;
  }
}

const failed = new Group({ name: '0', success: false, value: '', index: 0, length: 0 }, `${prefix}Match`);
type Matched = RegexMatch | Group;

defineForeign(Regex, { typeName: `${prefix}Regex`, text: (value) => value.toString() });
defineForeign(RegexMatch, { typeName: `${prefix}Match`, text: (value) => value.value });

const part = (self: Matched): Pick<RegexCapture, 'value' | 'index' | 'length'> =>
  self instanceof Group ? self.capture : self;

/** The groups of a match by number and name. */
class GroupList extends List {
  find(key: unknown): unknown {
    const wanted = toText(key);
    const index = typeof key === 'number' ? key : this.items.findIndex((group) => nameOf(group) === wanted);
    return this.items[index] ?? new Group({ ...failed.capture, name: wanted });
  }
}

const nameOf = (group: unknown): string => (group instanceof Group ? group.capture.name : '0');

function groupsOf(match: Matched): GroupList {
  if (match instanceof Group) return new GroupList(`${prefix}GroupCollection`, [match]);
  const [, ...groups] = match.captures();
  return new GroupList(`${prefix}GroupCollection`, [match, ...groups.map((capture) => new Group(capture))]);
}

const matchOf = (regex: Regex, text: string, start = 0): Matched => regex.match(text, start) ?? failed;

const matchList = (regex: Regex, text: string, start = 0): List =>
  new List(`${prefix}MatchCollection`, [...regex.matches(text, start)]);

type Replacement = string | Delegate;

const replacer = (replacement: Replacement): string | ((match: RegexMatch) => string) =>
  typeof replacement === 'string' ? replacement : (match) => toText(replacement.invoke(match));

const textArray = (items: readonly string[]): unknown[] => typedArray('System.String', [...items]);

interface Action {
  readonly signature: string;
  readonly call: (regex: Regex, ...args: never[]) => unknown;
}

const actions: Readonly<Record<string, readonly Action[]>> = {
  IsMatch: [{ signature: 'string input', call: (regex, text: string) => regex.isMatch(text) }],
  Match: [{ signature: 'string input', call: (regex, text: string) => matchOf(regex, text) }],
  Matches: [{ signature: 'string input', call: (regex, text: string) => matchList(regex, text) }],
  Count: [{ signature: 'string input', call: (regex, text: string) => [...regex.matches(text)].length }],
  Split: [{ signature: 'string input', call: (regex, text: string) => textArray(regex.split(text)) }],
  Replace: [
    {
      signature: 'string input| string replacement',
      call: (regex, text: string, by: string) => regex.replace(text, by),
    },
    {
      signature: `string input| ${prefix}MatchEvaluator evaluator`,
      call: (regex, text: string, by: Delegate) => regex.replace(text, replacer(by)),
    },
  ],
};

/** What an instance can besides: begin at a place, stop after so many. */
const moreForms: Readonly<Record<string, readonly Overload[]>> = {
  IsMatch: [
    overload('string input, int startat', (self: Regex, text: string, start: number) => self.isMatch(text, start)),
  ],
  Match: [
    overload('string input, int startat', (self: Regex, text: string, start: number) => matchOf(self, text, start)),
  ],
  Matches: [
    overload('string input, int startat', (self: Regex, text: string, start: number) => matchList(self, text, start)),
  ],
  Split: [
    overload('string input, int count', (self: Regex, text: string, count: number) =>
      textArray(self.split(text, count)),
    ),
  ],
  Replace: [
    overload('string input, string replacement, int count', (self: Regex, text: string, by: string, count: number) =>
      self.replace(text, by, count),
    ),
    overload(
      `string input, ${prefix}MatchEvaluator evaluator, int count`,
      (self: Regex, text: string, by: Delegate, count: number) => self.replace(text, replacer(by), count),
    ),
  ],
};

/** The forms of an instance: as they are, and with a start or a count behind. */
const instanceForms: DotNetType['methods'] = Object.fromEntries(
  Object.entries(actions).map(([name, forms]) => [
    name,
    [
      ...forms.map(({ signature, call }) =>
        overload(signature.replaceAll('|', ','), (self: Regex, ...args: never[]) => call(self, ...args)),
      ),
      ...(moreForms[name] ?? []),
    ],
  ]),
);

/** `[regex]::Match(text, pattern)`: the pattern stands behind the text, options behind that. */
const staticForms: DotNetType['staticMethods'] = Object.fromEntries(
  Object.entries(actions).map(([name, forms]) => [name, forms.flatMap(staticFormsOf)]),
);

function staticFormsOf({ signature, call }: Action): readonly Overload[] {
  const withPattern = signature.includes('|')
    ? signature.replace('|', ', string pattern,')
    : `${signature}, string pattern`;
  const plain = overload(withPattern, (_self: null, text: string, pattern: string, ...more: never[]) =>
    call(regexOf(pattern, 0), ...([text, ...more] as never[])),
  );
  const withOptions = overload(`${withPattern}, ${prefix}RegexOptions options`, (_self: null, ...args: unknown[]) => {
    const [text, pattern, ...more] = args;
    const options = more.pop() as EnumValue;
    return call(regexOf(pattern as string, options.value), ...([text, ...more] as never[]));
  });
  return [plain, withOptions];
}

const regexType: DotNetType = {
  name: `${prefix}Regex`,
  base: 'System.Object',
  properties: {
    Options: readOnly((self: Regex) => new EnumValue(coreTypes.find(`${prefix}RegexOptions`)!, self.options)),
    RightToLeft: readOnly(() => false),
    MatchTimeout: readOnly(() => new TimeSpan(-10000n), 'timespan'),
  },
  methods: {
    ...instanceForms,
    GetGroupNames: [overload('', (self: Regex) => textArray(self.groupNames))],
    GetGroupNumbers: [
      overload('', (self: Regex) =>
        typedArray(
          'System.Int32',
          self.groupNames.map((_name, index) => index),
        ),
      ),
    ],
    GroupNumberFromName: [overload('string name', (self: Regex, name: string) => self.groupNames.indexOf(name))],
    GroupNameFromNumber: [overload('int i', (self: Regex, index: number) => self.groupNames[index] ?? '')],
    ToString: [overload('', (self: Regex) => self.toString())],
  },
  staticMethods: {
    ...staticForms,
    Escape: [overload('string str', (_self: null, text: string) => escapeRegex(text))],
    Unescape: [overload('string str', (_self: null, text: string) => unescapeRegex(text))],
  },
  constructors: [
    overload('string pattern', (_type: DotNetType, pattern: string) => new Regex(pattern)),
    overload(
      `string pattern, ${prefix}RegexOptions options`,
      (_type: DotNetType, pattern: string, options: EnumValue) => new Regex(pattern, options.value),
    ),
  ],
};

const captureType: DotNetType = {
  name: `${prefix}Capture`,
  base: 'System.Object',
  properties: {
    Index: readOnly((self: Matched) => part(self).index, 'int'),
    Length: readOnly((self: Matched) => part(self).length, 'int'),
    Value: readOnly((self: Matched) => part(self).value, 'string'),
    ValueSpan: readOnly(() => null),
  },
};

const groupType: DotNetType = {
  name: `${prefix}Group`,
  base: `${prefix}Capture`,
  properties: {
    Success: readOnly((self: Matched) => !(self instanceof Group) || self.capture.success, 'bool'),
    Name: readOnly(nameOf, 'string'),
    Captures: readOnly((self: Matched) => new List(`${prefix}CaptureCollection`, [self])),
  },
};

const matchType: DotNetType = {
  name: `${prefix}Match`,
  base: `${prefix}Group`,
  properties: { Groups: readOnly(groupsOf) },
  methods: {
    NextMatch: [overload('', (self: Matched) => (self instanceof Group ? failed : (self.next() ?? failed)))],
    Result: [
      overload('string replacement', (self: RegexMatch, by: string) =>
        self.regex.replace(self.text, by, 1, self.index).slice(self.index),
      ),
    ],
  },
  statics: { Empty: readOnly(() => failed) },
};

const listOfMatches = (name: string): DotNetType => ({
  name: `${prefix}${name}`,
  base: 'System.Object',
  interfaces: ['System.Collections.IList', 'System.Collections.ICollection', 'System.Collections.IEnumerable'],
  properties: { Count: readOnly((self: List) => self.items.length, 'int') },
  indexer: {
    get: (self, index) => (self instanceof GroupList ? self.find(index) : (self as List).items[index as number]),
  },
  methods: { Item: [overload('object index', (self: GroupList, index: unknown) => self.find(index))] },
});

/** Regular expressions with their matches and groups. */
export const regexTypes: readonly DotNetType[] = [
  regexType,
  captureType,
  groupType,
  matchType,
  listOfMatches('MatchCollection'),
  listOfMatches('GroupCollection'),
  listOfMatches('CaptureCollection'),
  { name: `${prefix}MatchEvaluator`, base: 'System.MulticastDelegate', isDelegate: true },
];
