import type { Session } from './session.ts';

/** What a program reads of the objects that are piped into it: texts as they are, other objects as they are shown. */
export function nativeInput({ formatting }: Session, items: readonly unknown[]): string {
  let text = '';
  const output = formatting.createOutput({ writeLine: (line) => void (text += `${line}\n`) });
  for (const item of items) output.add(item);
  output.end();
  return text;
}
