import type { ErrorViewName } from '../format/error-view.ts';
import { defaultEnumerationLimit } from '../format/format-request.ts';
import { LanguageFormatting } from '../format/language/language-formatting.ts';
import type { View } from '../format/view.ts';
import type { RunScriptMember } from './members/get-member.ts';
import { runScriptMember } from './engine/call-block.ts';
import type { Host } from './engine/host.ts';
import type { Session } from './engine/session.ts';
import { isNumeric, toNumber } from './values/number-types.ts';
import { toText } from './values/to-text.ts';

const errorViews: readonly ErrorViewName[] = ['CategoryView', 'ConciseView', 'NormalView'];

export interface SessionFormattingOptions {
  readonly host: Host;
  /** The session is asked for later: both need each other. */
  readonly session: () => Session;
  readonly views: Iterable<View>;
}

/** The formatting of a session. */
export function sessionFormatting({ host, session, views }: SessionFormattingOptions): LanguageFormatting {
  const run: RunScriptMember = (member, self, args) =>
    runScriptMember({ session: session(), streams: session().streams })(member, self, args);
  return new LanguageFormatting({
    run,
    views,
    width: () => host.width,
    enumerationLimit: () => enumerationLimit(session()),
    errorView: () => errorView(session()),
  });
}

function enumerationLimit({ global }: Session): number {
  const value = global.variables.get('formatenumerationlimit')?.value;
  return isNumeric(value) ? toNumber(value) : defaultEnumerationLimit;
}

function errorView({ scope }: Session): ErrorViewName {
  const wanted = toText(scope.find('errorview')?.value ?? '').toLowerCase();
  return errorViews.find((name) => name.toLowerCase() === wanted) ?? 'ConciseView';
}
