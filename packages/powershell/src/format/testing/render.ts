import { FormatData } from '../format-packet.ts';
import { createFormatOutput, type FormatOutputOptions } from '../format-output.ts';
import { type FormatRequest, defaultEnumerationLimit } from '../format-request.ts';
import { Formatter } from '../formatter.ts';
import { ViewRegistry } from '../view-registry.ts';
import { builtInViews } from '../views/built-in-views.ts';
import { plainSource } from './plain-source.ts';

/** What a pipeline hands to the console: values, or values by way of a Format cmdlet. */
export interface Step {
  readonly values: readonly unknown[];
  readonly request?: FormatRequest;
}

export type RenderOptions = Partial<Omit<FormatOutputOptions, 'source' | 'writeLine'>>;

/** The console of the goldens: 80 columns, of which the last stays free. */
const consoleWidth = 79;

/** What a console shows of some pipelines one after the other. */
export function render(steps: readonly Step[], options: RenderOptions = {}): string {
  const lines: string[] = [];
  const { enumerationLimit = defaultEnumerationLimit, views = new ViewRegistry(builtInViews) } = options;
  const settings = { ...options, source: plainSource, views, enumerationLimit };
  const output = createFormatOutput({
    width: consoleWidth,
    ...settings,
    writeLine: (line) => void lines.push(`${line}\n`),
  });
  for (const { request, values } of steps) {
    if (!request) {
      for (const value of values) output.add(value);
      continue;
    }
    const formatter = new Formatter({ ...settings, request, write: (packet) => output.add(new FormatData(packet)) });
    for (const value of values) formatter.add(value);
    formatter.end();
  }
  output.end();
  return lines.join('');
}
