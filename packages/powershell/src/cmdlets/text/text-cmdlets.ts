import type { Cmdlet } from '../../runtime/engine/command.ts';
import { convertFromStringData } from './convert-from-string-data.ts';
import { importPowerShellDataFile } from './data-file.ts';
import { importLocalizedData } from './import-localized-data.ts';
import { formatHex } from './format-hex.ts';
import { selectXml } from './select-xml.ts';
import { selectString } from './select-string.ts';

export const textCmdlets: readonly Cmdlet[] = [
  convertFromStringData,
  formatHex,
  importLocalizedData,
  importPowerShellDataFile,
  selectString,
  selectXml,
];
