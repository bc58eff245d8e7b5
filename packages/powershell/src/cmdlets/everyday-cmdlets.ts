import type { Cmdlet } from '../runtime/engine/command.ts';
import { forEachObject } from './for-each-object.ts';
import { formatList } from './format-list.ts';
import { formatTable } from './format-table.ts';
import { outDefault, outHost } from './out-host.ts';
import { outNull } from './out-null.ts';
import { outString } from './out-string.ts';
import { selectObject } from './select-object.ts';
import { whereObject } from './where-object.ts';

/** Cmdlets that hardly a script does without: choose and show objects. The others come when they are called. */
export const everydayCmdlets: readonly Cmdlet[] = [
  forEachObject,
  formatList,
  formatTable,
  outDefault,
  outHost,
  outNull,
  outString,
  selectObject,
  whereObject,
];
