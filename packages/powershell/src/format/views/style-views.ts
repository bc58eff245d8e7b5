import type { FormatSource } from '../format-source.ts';
import type { View, ViewItem } from '../view.ts';
import { computed, list, path } from './define-view.ts';

const style = 'System.Management.Automation.PSStyle';
const reset = '\u001B[0m';

const basics =
  'Reset BlinkOff Blink BoldOff Bold DimOff Dim Hidden HiddenOff Reverse ReverseOff ItalicOff Italic UnderlineOff Underline StrikethroughOff Strikethrough';
const formatting =
  'FormatAccent ErrorAccent Error Warning Verbose Debug TableHeader CustomTableHeaderLabel FeedbackName FeedbackText FeedbackAction';
const files = 'Directory SymbolicLink Executable';
const colours = ['Black', 'White', 'Red', 'Magenta', 'Blue', 'Cyan', 'Green', 'Yellow']
  .map((name) => `${name} Bright${name}`)
  .join(' ');

/** A sequence as it is written, shown in itself. */
const inItself = (sequence: string): string => sequence + sequence.replaceAll('\u001B', '`e') + reset;

/** An item whose value is found along a path, as `Formatting.Error`. */
function item(label: string, shown: (text: string) => string = inItself): ViewItem {
  const text = (value: unknown, source: FormatSource): string =>
    shown(source.text(path(value, source, ...label.split('.')) ?? ''));
  return { expression: computed(label, text), label };
}

const items = (names: string, prefix = ''): ViewItem[] => names.split(' ').map((name) => item(prefix + name));
const plain = (label: string): ViewItem => item(label, (text) => text);

function extensions(value: unknown, source: FormatSource, ...names: readonly string[]): [string, string][] {
  const owner = path(value, source, ...names, 'Extension');
  const isTable = typeof owner === 'object' && owner !== null && 'values' in owner && owner.values instanceof Map;
  return isTable ? [...(owner.values as Map<string, string>)] : [];
}

const extensionNames = computed('FileInfo.Extension', (value, source) =>
  extensions(value, source, 'FileInfo')
    .map(([name]) => name)
    .join(','),
);

const extensionLines = computed('Extension', (value, source) => {
  const all = extensions(value, source);
  const width = Math.max(0, ...all.map(([name]) => name.length));
  return all.map(([name, sequence]) => `${name.padEnd(width)} = "${inItself(sequence)}"\n`).join('');
});

/** Views of `$PSStyle` and its parts. Facts: PowerShellCore_format_ps1xml.cs. */
export const styleViews: readonly View[] = [
  list(
    style,
    [style],
    [
      ...items(basics),
      'OutputRendering',
      ...items(formatting, 'Formatting.'),
      item('Progress.Style'),
      ...['MaxWidth', 'View', 'UseOSCIndicator'].map((name) => plain(`Progress.${name}`)),
      ...items(files, 'FileInfo.'),
      { expression: extensionNames, label: 'FileInfo.Extension' },
      ...items(colours, 'Foreground.'),
      ...items(colours, 'Background.'),
    ],
  ),
  list(`${style}+FormattingData`, [`${style}+FormattingData`], items(formatting)),
  list(
    `${style}+ProgressConfiguration`,
    [`${style}+ProgressConfiguration`],
    [item('Style'), 'MaxWidth', 'View', 'UseOSCIndicator'],
  ),
  list(
    `${style}+FileInfoFormatting`,
    [`${style}+FileInfoFormatting`],
    [...items(files), { expression: extensionLines, label: 'Extension' }],
  ),
  list(`${style}+ForegroundColor`, [`${style}+ForegroundColor`], items(colours)),
  list(`${style}+BackgroundColor`, [`${style}+BackgroundColor`], items(colours)),
];
