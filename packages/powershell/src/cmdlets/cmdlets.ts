import type { Cmdlet } from '../runtime/engine/command.ts';
import { addMember } from './add-member.ts';
import { clearVariable } from './clear-variable.ts';
import { compareObject } from './compare-object.ts';
import { forEachObject } from './for-each-object.ts';
import { formatCustom } from './format-custom.ts';
import { formatList } from './format-list.ts';
import { formatTable } from './format-table.ts';
import { formatWide } from './format-wide.ts';
import { getVariable } from './get-variable.ts';
import { groupObject } from './group-object.ts';
import { measureObject } from './measure-object.ts';
import { newVariable } from './new-variable.ts';
import { outDefault, outHost } from './out-host.ts';
import { outNull } from './out-null.ts';
import { outString } from './out-string.ts';
import { removeVariable } from './remove-variable.ts';
import { selectObject } from './select-object.ts';
import { setVariable } from './set-variable.ts';
import { sortObject } from './sort-object.ts';
import { whereObject } from './where-object.ts';
import { writeError } from './write-error.ts';
import { writeHost } from './write-host.ts';
import { writeInformation } from './write-information.ts';
import { writeMessages } from './write-message.ts';
import { writeOutput } from './write-output.ts';
import { writeProgress } from './write-progress.ts';

/** The general cmdlets. */
export const generalCmdlets: readonly Cmdlet[] = [
  addMember,
  clearVariable,
  compareObject,
  forEachObject,
  formatCustom,
  formatList,
  formatTable,
  formatWide,
  getVariable,
  groupObject,
  measureObject,
  newVariable,
  outDefault,
  outHost,
  outNull,
  outString,
  removeVariable,
  selectObject,
  setVariable,
  sortObject,
  whereObject,
  writeError,
  writeHost,
  writeInformation,
  ...writeMessages,
  writeOutput,
  writeProgress,
];

/** Their aliases. */
export const generalAliases: Readonly<Record<string, string>> = {
  '%': 'ForEach-Object',
  '?': 'Where-Object',
  echo: 'Write-Output',
  foreach: 'ForEach-Object',
  gv: 'Get-Variable',
  select: 'Select-Object',
  set: 'Set-Variable',
  sv: 'Set-Variable',
  nv: 'New-Variable',
  rv: 'Remove-Variable',
  where: 'Where-Object',
  write: 'Write-Output',
};
