import { isDecorated, plainText } from '../../format/decorated-text.ts';
import { netError } from '../errors/script-error.ts';

const escape = '\u001B[';

/** How output is rendered: as its target takes it, without escape sequences, or with them wherever it goes. */
export type Rendering = 'Ansi' | 'Host' | 'PlainText';

/** A part of `$PSStyle`: settings by the names of .NET. */
export class StylePart {
  readonly typeName: string;
  readonly values: Map<string, unknown>;

  constructor(kind: string, values: Readonly<Record<string, unknown>>) {
    this.typeName = `System.Management.Automation.PSStyle+${kind}`;
    this.values = new Map(Object.entries(values));
  }

  text(name: string): string {
    const value = this.values.get(name);
    return typeof value === 'string' ? value : '';
  }
}

/** How the names of files are shown, by what they end with. */
export class StyleExtensions {
  readonly typeName = 'System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary';
  readonly values = new Map<string, string>();

  set(extension: string, sequence: string): void {
    this.values.set(this.key(extension), onlySequences(sequence));
  }

  key(extension: string): string {
    if (extension.startsWith('.')) return extension.toLowerCase();
    throw netError(
      'System.ArgumentException',
      'When adding or removing extensions, the extension must start with a period.',
    );
  }
}

/** The value of `$PSStyle`. Source: PSStyle.cs. */
export class PsStyle {
  readonly typeName = 'System.Management.Automation.PSStyle';
  outputRendering: Rendering;
  readonly extensions = new StyleExtensions();
  readonly formatting = new StylePart('FormattingData', {
    FormatAccent: sequence('32;1'),
    TableHeader: sequence('32;1'),
    CustomTableHeaderLabel: sequence('32;1;3'),
    ErrorAccent: sequence('36;1'),
    Error: sequence('31;1'),
    Warning: sequence('33;1'),
    Verbose: sequence('33;1'),
    Debug: sequence('33;1'),
    FeedbackName: sequence('33'),
    FeedbackText: sequence('96'),
    FeedbackAction: sequence('97'),
  });
  readonly progress = new StylePart('ProgressConfiguration', {
    Style: sequence('33;1'),
    MaxWidth: 120,
    View: 0,
    UseOSCIndicator: false,
  });
  readonly foreground = new StylePart('ForegroundColor', colours(30));
  readonly background = new StylePart('BackgroundColor', colours(40));
  readonly fileInfo = new StylePart('FileInfoFormatting', {
    Directory: sequence('44;1'),
    SymbolicLink: sequence('36;1'),
    Executable: sequence('32;1'),
    Extension: this.extensions,
  });

  constructor(outputRendering: Rendering) {
    this.outputRendering = outputRendering;
    for (const extension of ['.zip', '.tgz', '.gz', '.tar', '.nupkg', '.cab', '.7z'])
      this.extensions.set(extension, sequence('31;1'));
    for (const extension of ['.ps1', '.psd1', '.psm1', '.ps1xml']) this.extensions.set(extension, sequence('33;1'));
  }
}

function sequence(codes: string): string {
  return `${escape}${codes}m`;
}

function colours(first: number): Record<string, string> {
  const names = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];
  return Object.fromEntries([
    ...names.map((name, index) => [name, sequence(`${first + index}`)]),
    ...names.map((name, index) => [`Bright${name}`, sequence(`${first + 60 + index}`)]),
  ]) as Record<string, string>;
}

/** A setting is made of escape sequences alone. */
export function onlySequences(text: string | null): string {
  if (text === null) throw netError('System.ArgumentNullException', "Value cannot be null. (Parameter 'text')");
  const content = isDecorated(text) ? plainText(text) : text;
  if (content === '') return text;
  throw netError(
    'System.ArgumentException',
    `The specified string contains printable content when it should only contain ANSI escape sequences: ${content}`,
  );
}

/** Colours of the console by their numbers, as a terminal numbers them. */
const consoleColours = [0, 4, 2, 6, 1, 5, 3, 7];

/** The sequence of a ConsoleColor. */
export function consoleColour(color: number, first: 30 | 40): string {
  return sequence(`${first + (color < 8 ? consoleColours[color]! : 60 + consoleColours[color - 8]!)}`);
}

/** The sequence of a colour by its parts. */
export const rgbColour = (first: 30 | 40, parts: readonly number[]): string =>
  sequence(`${first + 8};2;${parts.join(';')}`);
