import type { ErrorViewName } from '../format/error-view.ts';
import { defaultEnumerationLimit } from '../format/format-request.ts';
import { LanguageFormatting } from '../format/language/language-formatting.ts';
import type { Formatting } from './engine/formatting.ts';
import { type FormatStyle, plainStyle } from '../format/line-output.ts';
import type { ViewShelf } from '../format/view-registry.ts';
import type { View } from '../format/view.ts';
import type { RunScriptMember } from './members/get-member.ts';
import { runScriptMember } from './engine/call-block.ts';
import type { Host } from './engine/host.ts';
import type { Session } from './engine/session.ts';
import { isNumeric, toNumber } from './values/number-types.ts';
import type { PsStyle } from './values/ps-style.ts';
import { toText } from './values/to-text.ts';

const errorViews: readonly ErrorViewName[] = ['CategoryView', 'ConciseView', 'NormalView'];

export interface SessionFormattingOptions {
  readonly host: Host;
  /** The session is asked for later: both need each other. */
  readonly session: () => Session;
  readonly views: Iterable<View>;
  readonly viewShelves: Iterable<ViewShelf>;
  readonly style: PsStyle;
}

/** The formatting of a session. */
export function sessionFormatting({ host, session, style, ...views }: SessionFormattingOptions): Formatting {
  const run: RunScriptMember = (member, self, args) =>
    runScriptMember({ session: session(), streams: session().streams })(member, self, args);
  return new LanguageFormatting({
    run,
    ...views,
    style: (target) => styleOf(style, target),
    width: () => host.width,
    height: () => host.height,
    enumerationLimit: () => enumerationLimit(session()),
    errorView: () => errorView(session()),
  });
}

/** A text is plain unless it was asked otherwise; a screen is as the host says. Source: ShouldOutputPlainText. */
function styleOf({ outputRendering, formatting }: PsStyle, target: 'screen' | 'text'): FormatStyle {
  if (outputRendering === 'PlainText' || (outputRendering === 'Host' && target === 'text')) return plainStyle;
  return {
    tableHeader: formatting.text('TableHeader'),
    customTableHeader: formatting.text('CustomTableHeaderLabel'),
    formatAccent: formatting.text('FormatAccent'),
    error: formatting.text('Error'),
    errorAccent: formatting.text('ErrorAccent'),
    warning: formatting.text('Warning'),
    verbose: formatting.text('Verbose'),
    debug: formatting.text('Debug'),
    reset: '\u001B[0m',
  };
}

function enumerationLimit({ global }: Session): number {
  const value = global.variables.get('formatenumerationlimit')?.value;
  return isNumeric(value) ? toNumber(value) : defaultEnumerationLimit;
}

function errorView({ scope }: Session): ErrorViewName {
  const wanted = toText(scope.find('errorview')?.value ?? '').toLowerCase();
  return errorViews.find((name) => name.toLowerCase() === wanted) ?? 'ConciseView';
}
