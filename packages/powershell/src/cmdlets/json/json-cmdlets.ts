import type { Cmdlet } from '../../runtime/engine/command.ts';
import { convertFromJson } from './convert-from-json.ts';
import { convertToJson } from './convert-to-json.ts';
import { testJson } from './test-json.ts';

export const jsonCmdlets: readonly Cmdlet[] = [convertFromJson, convertToJson, testJson];
