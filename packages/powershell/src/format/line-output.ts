/** Escape sequences around the parts of a layout; all empty where there is no terminal. Source: `$PSStyle.Formatting`. */
export interface FormatStyle {
  readonly tableHeader: string;
  /** For a column whose heading is no property of the object. */
  readonly customTableHeader: string;
  readonly formatAccent: string;
  readonly error: string;
  readonly errorAccent: string;
  readonly warning: string;
  readonly verbose: string;
  readonly debug: string;
  readonly reset: string;
}

export const plainStyle: FormatStyle = {
  tableHeader: '',
  customTableHeader: '',
  formatAccent: '',
  error: '',
  errorAccent: '',
  warning: '',
  verbose: '',
  debug: '',
  reset: '',
};

/** The colours that the original begins with on a terminal. */
export const terminalStyle: FormatStyle = {
  tableHeader: '\u001B[32;1m',
  customTableHeader: '\u001B[32;1;3m',
  formatAccent: '\u001B[32;1m',
  error: '\u001B[31;1m',
  errorAccent: '\u001B[36;1m',
  warning: '\u001B[33;1m',
  verbose: '\u001B[33;1m',
  debug: '\u001B[33;1m',
  reset: '\u001B[0m',
};

/** Where lines go and how wide they may be. */
export interface LineOutput {
  /** Cells per line. The console leaves its last one free, so 80 columns are 79. */
  readonly width: number;
  /** Lines of the screen, for `-RepeatHeader`; without it a heading is never repeated. */
  readonly height?: number | undefined;
  readonly style: FormatStyle;
  /** Breaks text for lists and wrapped cells; cultures differ in whether words are kept whole. */
  fold(text: string, widths: { readonly first: number; readonly following: number }): string[];
  writeLine(line: string): void;
}
