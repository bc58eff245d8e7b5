import type { Runspace } from '@cutover/powershell';
import { toText } from '@cutover/powershell/values';

/** What a script writes, as texts; neither `$?` nor `$Error` tells of it. */
export function answers(session: Runspace, script: string): string[] {
  const texts: string[] = [];
  session.invoke(script, { aside: true, output: (value) => void texts.push(toText(value)) });
  return texts;
}

/** What the function `prompt` says, where a script defined one. */
export function promptText(session: Runspace): string {
  const [text = 'PS> '] = answers(
    session,
    'if (Test-Path Function:prompt) { "$(prompt)" } else { "PS $($PWD.Path)> " }',
  );
  return text;
}
