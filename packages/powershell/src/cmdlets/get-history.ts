import { listOfParameter, numberOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import type { HistoryEntry } from '../runtime/engine/history.ts';
import { toNumber, type NumericValue } from '../runtime/values/number-types.ts';
import { objectError } from './objects/object-errors.ts';

export const getHistory: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-History',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['ghy', 'h', 'history'],
  implementingType: 'Microsoft.PowerShell.Commands.GetHistoryCommand',
  outputTypes: ['Microsoft.PowerShell.Commands.HistoryInfo'],
  parameters: [
    { name: 'Id', type: 'Int64[]', position: 0, pipeline: 'value' },
    { name: 'Count', type: 'Int32', position: 1, validate: [{ kind: 'range', min: 0, max: 32767 }] },
  ],
  create: (context) => ({
    process: () => {
      for (const entry of chosen(context)) context.out.write(entry);
    },
  }),
};

/** By their numbers, or the newest; `-Count` with one number counts back from it. */
function chosen({ parameters: given, session, writeError }: CommandContext): readonly HistoryEntry[] {
  const { entries } = session.history;
  const ids = listOfParameter(given, 'Id')?.map((id) => toNumber(id as NumericValue));
  const count = numberOf(given, 'Count');
  if (!ids) return count === undefined ? entries : entries.slice(-count);
  if (count !== undefined && ids.length === 1) return entries.filter(({ id }) => id <= ids[0]!).slice(-count);
  return ids.flatMap((wanted) => {
    const entry = entries.find(({ id }) => id === wanted);
    if (!entry) writeError(objectError('GetHistoryNoHistoryForId', [String(wanted)], { target: wanted }));
    return entry ?? [];
  });
}
