/** One match of a regular expression. Source: System.Text.RegularExpressions.Match. */
export class RegexMatch {
  readonly typeName = 'System.Text.RegularExpressions.Match';
  readonly match: RegExpExecArray | undefined;

  constructor(match: RegExpExecArray | undefined) {
    this.match = match;
  }

  text(): string {
    return this.match?.[0] ?? '';
  }
}
