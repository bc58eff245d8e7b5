import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { drivesFor, existingItems } from '../files/item-paths.ts';
import { credential, filterParameters, pathParameters } from '../files/path-parameters.ts';
import { processRecord } from './process-errors.ts';
import { findProgram, openerOf } from './program-of.ts';

export const invokeItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ii'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeItemCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [...pathParameters('both'), ...filterParameters, credential],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) {
        if (context.shouldProcess(`Item: ${path}`, 'Invoke Item')) open(context, path);
      }
    },
  }),
};

/** Runs a program; what is none is opened with what the desktop has for it. */
function open(context: CommandContext, path: string): void {
  const { session, writeError, throwTerminating } = context;
  const starter = session.capabilities.processes?.starter ?? throwTerminating(processRecord('NoStarter'));
  const { folder } = drivesFor(context);
  const program = findProgram(session, path);
  const opener = program ?? openerOf(session);
  if (opener === undefined) return writeError(processRecord('NothingOpens', [path], path));
  const environment = Object.fromEntries(session.environment.entries());
  starter.start({ path: opener, arguments: program === undefined ? [path] : [], folder, environment });
}
