import type { Cmdlet } from '../runtime/engine/command.ts';
import { type Shelf, shelf } from '../runtime/values/shelf.ts';
import { archiveCmdlets } from './archive/archive-cmdlets.ts';
import { clixmlCmdlets } from './clixml/clixml-cmdlets.ts';
import { commandCmdlets } from './commands/command-cmdlets.ts';
import { csvCmdlets } from './csv/csv-cmdlets.ts';
import { everydayCmdlets } from './everyday-cmdlets.ts';
import { eventCmdlets } from './events/event-cmdlets.ts';
import { getError } from './get-error.ts';
import { fileCmdlets } from './files/file-cmdlets.ts';
import { jobCmdlets } from './jobs/job-cmdlets.ts';
import { jsonCmdlets } from './json/json-cmdlets.ts';
import { languageCmdlets } from './language/language-cmdlets.ts';
import { moduleCmdlets } from './modules/module-cmdlets.ts';
import { networkCmdlets } from './network/network-cmdlets.ts';
import { objectCmdlets } from './object-cmdlets.ts';
import { processCmdlets } from './processes/process-cmdlets.ts';
import { securityCmdlets } from './security/security-cmdlets.ts';
import { sessionCmdlets } from './sessions/session-cmdlets.ts';
import { textCmdlets } from './text/text-cmdlets.ts';
import { timeCmdlets } from './time/time-cmdlets.ts';
import { addType } from './types/add-type.ts';
import { webCmdlets } from './web/web-cmdlets.ts';
import { writeError } from './write-error.ts';
import { writeHost } from './write-host.ts';
import { writeInformation } from './write-information.ts';
import { writeMessages } from './write-message.ts';
import { writeOutput } from './write-output.ts';
import { writeProgress } from './write-progress.ts';

/** The general cmdlets; those of a list are loaded when one of them is called. */
export const cmdletShelves: readonly Shelf<Cmdlet>[] = [
  shelf(() => archiveCmdlets),
  shelf(() => clixmlCmdlets),
  shelf(() => commandCmdlets),
  shelf(() => csvCmdlets),
  shelf(() => everydayCmdlets),
  shelf(() => eventCmdlets),
  shelf(() => fileCmdlets),
  shelf(() => jobCmdlets),
  shelf(() => jsonCmdlets),
  shelf(() => languageCmdlets),
  shelf(() => moduleCmdlets),
  shelf(() => networkCmdlets),
  shelf(() => objectCmdlets),
  shelf(() => processCmdlets),
  shelf(() => securityCmdlets),
  shelf(() => sessionCmdlets),
  shelf(() => textCmdlets),
  shelf(() => timeCmdlets),
  shelf(() => webCmdlets),
  shelf(() => [addType, getError, writeProgress]),
  shelf(() => [writeError, writeHost, writeInformation, ...writeMessages, writeOutput]),
];
