import type { EnumValue } from '../values/enum-value.ts';
import {
  consoleColour,
  onlySequences,
  type PsStyle,
  rgbColour,
  type StyleExtensions,
  type StylePart,
} from '../values/ps-style.ts';
import { netError } from '../errors/script-error.ts';
import { type NumericValue, toNumber } from '../values/number-types.ts';
import { runningSession } from '../values/running-session.ts';
import { plainText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly, settable } from './define-type.ts';
import { enumType, enumValue } from './enum-type.ts';

const automation = 'System.Management.Automation';
const style = `${automation}.PSStyle`;

const fixed: Readonly<Record<string, number>> = {
  Reset: 0,
  BlinkOff: 25,
  Blink: 5,
  BoldOff: 22,
  Bold: 1,
  DimOff: 22,
  Dim: 2,
  Hidden: 8,
  HiddenOff: 28,
  Reverse: 7,
  ReverseOff: 27,
  ItalicOff: 23,
  Italic: 3,
  UnderlineOff: 24,
  Underline: 4,
  StrikethroughOff: 29,
  Strikethrough: 9,
};

const escapeOf = (code: number): string => `\u001B[${code}m`;

/** Properties of a part by their names; those that can be set take escape sequences alone. */
function parts(names: string, canSet: boolean): Record<string, Property> {
  const property = (name: string): Property => {
    const get = (self: StylePart) => self.values.get(name);
    if (!canSet) return readOnly(get, 'string');
    return settable(
      get,
      (self: StylePart, text: string | null) => self.values.set(name, onlySequences(text)),
      'string',
    );
  };
  return Object.fromEntries(names.split(' ').map((name) => [name, property(name)]));
}

const colourNames = 'Black Red Green Yellow Blue Magenta Cyan White';
const allColours = `${colourNames} ${colourNames.replace(/\w+/g, 'Bright$&')}`;

const colourType = (kind: string, first: 30 | 40): DotNetType => ({
  name: `${style}+${kind}`,
  base: 'System.Object',
  properties: parts(allColours, false),
  methods: {
    FromRgb: [
      overload('byte red, byte green, byte blue', (_self, ...colours: NumericValue[]) =>
        rgbColour(first, colours.map(toNumber)),
      ),
      overload('int rgb', (_self, rgb: number) => rgbColour(first, [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255])),
    ],
    FromConsoleColor: [
      overload('System.ConsoleColor color', (_self, color: EnumValue) => consoleColour(color.value, first)),
    ],
  },
});

const part = (name: 'background' | 'fileInfo' | 'foreground' | 'formatting' | 'progress', kind: string): Property =>
  readOnly((self: PsStyle) => self[name], `${style}+${kind}`);

const escapes = (first: 30 | 40): readonly Overload[] => [
  overload('System.ConsoleColor color', (_self: null, color: EnumValue) => consoleColour(color.value, first)),
];

function setWidth(self: StylePart, width: number): void {
  if (width < 18)
    throw netError(
      'System.ArgumentOutOfRangeException',
      "The MaxWidth for the Progress rendering must be at least 18 to render correctly. (Parameter 'MaxWidth')",
    );
  self.values.set('MaxWidth', width);
}

/** `$PSStyle` and its parts. */
export const styleTypes: readonly DotNetType[] = [
  enumType(`${automation}.OutputRendering`, 'Host PlainText Ansi'),
  enumType(`${automation}.ProgressView`, 'Minimal Classic'),
  {
    name: style,
    base: 'System.Object',
    properties: {
      ...Object.fromEntries(
        Object.entries(fixed).map(([name, code]) => [name, readOnly(() => escapeOf(code), 'string')]),
      ),
      OutputRendering: settable(
        (self: PsStyle) => enumValue(`${automation}.OutputRendering`, self.outputRendering),
        (self: PsStyle, value: EnumValue) => (self.outputRendering = value.text() as PsStyle['outputRendering']),
        `${automation}.OutputRendering`,
      ),
      Formatting: part('formatting', 'FormattingData'),
      Progress: part('progress', 'ProgressConfiguration'),
      Foreground: part('foreground', 'ForegroundColor'),
      Background: part('background', 'BackgroundColor'),
      FileInfo: part('fileInfo', 'FileInfoFormatting'),
    },
    methods: {
      FormatHyperlink: [
        overload(
          'string text, System.Uri link',
          (_self, text: string, link: unknown) => `\u001B]8;;${plainText(link)}\u001B\\${text}\u001B]8;;\u001B\\`,
        ),
      ],
    },
    statics: { Instance: readOnly(() => runningSession().style) },
    staticMethods: {
      MapForegroundColorToEscapeSequence: escapes(30),
      MapBackgroundColorToEscapeSequence: escapes(40),
      MapColorPairToEscapeSequence: [
        overload(
          'System.ConsoleColor foreground, System.ConsoleColor background',
          (_self: null, front: EnumValue, back: EnumValue) =>
            `${consoleColour(front.value, 30).slice(0, -1)};${consoleColour(back.value, 40).slice(2)}`,
        ),
      ],
    },
  },
  colourType('ForegroundColor', 30),
  colourType('BackgroundColor', 40),
  {
    name: `${style}+FormattingData`,
    base: 'System.Object',
    properties: parts(
      'FormatAccent TableHeader CustomTableHeaderLabel ErrorAccent Error Warning Verbose Debug FeedbackName FeedbackText FeedbackAction',
      true,
    ),
  },
  {
    name: `${style}+ProgressConfiguration`,
    base: 'System.Object',
    properties: {
      ...parts('Style', true),
      MaxWidth: settable((self: StylePart) => self.values.get('MaxWidth'), setWidth, 'int'),
      View: settable(
        (self: StylePart) =>
          enumValue(`${automation}.ProgressView`, self.values.get('View') === 1 ? 'Classic' : 'Minimal'),
        (self: StylePart, view: EnumValue) => self.values.set('View', view.value),
        `${automation}.ProgressView`,
      ),
      UseOSCIndicator: settable(
        (self: StylePart) => self.values.get('UseOSCIndicator'),
        (self: StylePart, value: boolean) => self.values.set('UseOSCIndicator', value),
        'bool',
      ),
    },
  },
  {
    name: `${style}+FileInfoFormatting`,
    base: 'System.Object',
    properties: {
      ...parts('Directory SymbolicLink Executable', true),
      Extension: readOnly((self: StylePart) => self.values.get('Extension')),
    },
  },
  {
    name: `${style}+FileInfoFormatting+FileExtensionDictionary`,
    base: 'System.Object',
    properties: {
      Keys: readOnly((self: StyleExtensions) => typedArray('System.String', [...self.values.keys()])),
    },
    indexer: {
      get: (self, extension) => {
        const { values } = self as StyleExtensions;
        return values.get((self as StyleExtensions).key(plainText(extension)));
      },
      set: (self, extension, sequence) => (self as StyleExtensions).set(plainText(extension), plainText(sequence)),
    },
    methods: {
      Add: [
        overload('string extension, string decoration', (self: StyleExtensions, extension: string, text: string) =>
          self.set(extension, text),
        ),
      ],
      Remove: [
        overload(
          'string extension',
          (self: StyleExtensions, extension: string) => void self.values.delete(self.key(extension)),
        ),
      ],
      Clear: [overload('', (self: StyleExtensions) => self.values.clear())],
      ContainsKey: [
        overload(
          'string extension',
          (self: StyleExtensions, extension: string) => extension !== '' && self.values.has(self.key(extension)),
        ),
      ],
    },
  },
];
