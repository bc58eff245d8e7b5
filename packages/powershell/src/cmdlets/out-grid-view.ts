import { switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { terminating } from './objects/object-errors.ts';

export const outGridView: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-GridView',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ogv'],
  implementingType: 'Microsoft.PowerShell.Commands.OutGridViewCommand',
  defaultSet: 'PassThru',
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    { name: 'Title', type: 'String', validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'PassThru', type: 'SwitchParameter', sets: { PassThru: {} } },
    { name: 'Wait', type: 'SwitchParameter', sets: { Wait: {} } },
    {
      name: 'OutputMode',
      type: 'Microsoft.PowerShell.Commands.OutputModeOption',
      sets: { OutputMode: {} },
    },
  ],
  create: (context) => pick(context),
};

/** Shows the objects as a numbered table and asks the person which of them go on. */
function pick(context: CommandContext): Processor {
  const { host, out, parameters: given } = context;
  if (!host.prompts) throw terminating('NobodyToAsk', ['Out-GridView']);
  const read = inputReader(context);
  const items: unknown[] = [];
  return {
    process: (item) => {
      const input = read(item);
      if (isPresent(input)) items.push(input);
    },
    end: () => {
      show(context, items);
      const mode = modeOf(given);
      if (mode === 'none' || items.length === 0) return;
      const answer = host.prompts?.readLine({ text: mode === 'single' ? 'Number: ' : 'Numbers (1,3-5): ' }) ?? '';
      for (const index of chosen(answer, mode === 'single' ? 1 : items.length)) {
        if (index in items) out.write(items[index]);
      }
    },
  };
}

function modeOf(given: CommandContext['parameters']): 'multiple' | 'none' | 'single' {
  const mode = (textOf(given, 'OutputMode') ?? '').toLowerCase();
  if (mode === 'single' || mode === 'multiple') return mode;
  return switchOf(given, 'PassThru') ? 'multiple' : 'none';
}

/** The lines of the table, each object's with its number before it. */
function show({ host, parameters: given, session }: CommandContext, items: readonly unknown[]): void {
  const lines: string[] = [];
  const shown = session.formatting.createOutput({
    writeLine: (line) => void lines.push(line),
    width: session.formatting.lineWidth - numberWidth,
  });
  for (const item of items) shown.add(item);
  shown.end();
  const text = lines.filter((line) => line.trim() !== '');
  const heading = Math.max(0, text.length - items.length);
  const title = textOf(given, 'Title');
  if (title !== undefined) host.write(`${title}\n`);
  for (const [index, line] of text.entries()) {
    const number = index < heading ? '' : String(index - heading + 1);
    host.write(`${number.padStart(numberWidth - 1)} ${line}\n`);
  }
}

const numberWidth = 5;

/** Indexes from 0 of `1,3-5`, no more than so many. */
function chosen(answer: string, most: number): number[] {
  const indexes = answer.split(/[ ,;]+/).flatMap((part) => {
    const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return [];
    const last = Number(to ?? from);
    return Array.from({ length: Math.max(0, last - Number(from) + 1) }, (_, step) => Number(from) - 1 + step);
  });
  return indexes.slice(0, most);
}
