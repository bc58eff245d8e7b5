import type { RegexMatch } from '../../dotnet/index.ts';
import { leafOf, relativePath } from '../../providers/path-text.ts';
import { readOnly, overload, type DotNetType } from '../../runtime/types/define-type.ts';

export interface MatchContext {
  readonly typeName: 'Microsoft.PowerShell.Commands.MatchInfoContext';
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface MatchFields {
  readonly line: string;
  readonly lineNumber: number;
  /** Undefined for what came through the pipeline. */
  readonly path: string | undefined;
  readonly pattern: string;
  readonly matches: readonly RegexMatch[];
  readonly ignoreCase: boolean;
  /** From where its path is shown. */
  readonly folder: string;
}

/** A line that Select-String found. Source: Microsoft.PowerShell.Commands.MatchInfo. */
export class MatchInfo {
  readonly typeName = 'Microsoft.PowerShell.Commands.MatchInfo';
  readonly fields: MatchFields;
  context: MatchContext | undefined;

  constructor(fields: MatchFields) {
    this.fields = fields;
  }

  get path(): string {
    return this.fields.path ?? 'InputStream';
  }

  get filename(): string {
    return this.fields.path === undefined ? 'InputStream' : leafOf(this.fields.path);
  }

  text(): string {
    return this.lines(undefined).join('\n');
  }

  /** What the screen shows of it. */
  shownLines(): readonly string[] {
    return this.lines(this.fields.folder);
  }

  /** With the file's path from a folder, the line's number, and the lines around it. */
  lines(folder: string | undefined): readonly string[] {
    const { line, lineNumber } = this.fields;
    if (!this.context) return [this.#shown(lineNumber, line, folder)];
    const { before, after } = this.context;
    const first = lineNumber - before.length;
    return [
      ...before.map((each, index) => `  ${this.#shown(first + index, each, folder)}`),
      `> ${this.#shown(lineNumber, line, folder)}`,
      ...after.map((each, index) => `  ${this.#shown(lineNumber + 1 + index, each, folder)}`),
    ];
  }

  #shown(lineNumber: number, line: string, folder: string | undefined): string {
    if (this.fields.path === undefined) return line;
    return `${this.relativePath(folder)}:${lineNumber}:${line}`;
  }

  relativePath(folder: string | undefined): string {
    const { path } = this.fields;
    if (path === undefined || folder === undefined) return this.path;
    const relative = relativePath(folder, path);
    return relative.startsWith('./') ? relative.slice(2) : path;
  }
}

const context = (before: readonly string[], after: readonly string[]): MatchContext => ({
  typeName: 'Microsoft.PowerShell.Commands.MatchInfoContext',
  before,
  after,
});

/** The lines before and after a match. */
export const contextOf = context;

export const matchTypes: readonly DotNetType[] = [
  {
    name: 'Microsoft.PowerShell.Commands.MatchInfo',
    base: 'System.Object',
    properties: {
      IgnoreCase: readOnly(({ fields }: MatchInfo) => fields.ignoreCase, 'bool'),
      LineNumber: readOnly(({ fields }: MatchInfo) => fields.lineNumber, 'int'),
      Line: readOnly(({ fields }: MatchInfo) => fields.line, 'string'),
      Filename: readOnly(({ filename }: MatchInfo) => filename, 'string'),
      Path: readOnly(({ path }: MatchInfo) => path, 'string'),
      Pattern: readOnly(({ fields }: MatchInfo) => fields.pattern, 'string'),
      Context: readOnly((self: MatchInfo) => self.context ?? null),
      Matches: readOnly(({ fields }: MatchInfo) => [...fields.matches]),
    },
    methods: {
      ToString: [
        overload('', (self: MatchInfo) => self.text()),
        overload('string directory', (self: MatchInfo, folder: string) => self.lines(folder).join('\n')),
      ],
      ToEmphasizedString: [
        overload('string directory', (self: MatchInfo, folder: string) => self.lines(folder).join('\n')),
      ],
      RelativePath: [overload('string directory', (self: MatchInfo, folder: string) => self.relativePath(folder))],
    },
  },
  {
    name: 'Microsoft.PowerShell.Commands.MatchInfoContext',
    base: 'System.Object',
    properties: {
      PreContext: readOnly(({ before }: MatchContext) => [...before]),
      PostContext: readOnly(({ after }: MatchContext) => [...after]),
      DisplayPreContext: readOnly(({ before }: MatchContext) => [...before]),
      DisplayPostContext: readOnly(({ after }: MatchContext) => [...after]),
    },
  },
];
