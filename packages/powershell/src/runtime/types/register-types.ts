import { collectionTypes } from './collection-type-table.ts';
import { commandResultTypes } from './command-result-types.ts';
import { defineDotnetValues, dotnetTypes } from './dotnet-type-table.ts';
import { languageTypes } from './language-type-table.ts';
import { numberTypes } from './number-type-table.ts';
import { streamRecordTypes } from './stream-record-types.ts';
import { charType, stringType } from './text-type-table.ts';
import { coreTypes } from './type-registry.ts';

/** Makes the core types known; to be called before a script runs. */
export function registerTypes(): void {
  if (coreTypes.find('System.Object')) return;
  defineDotnetValues();
  for (const type of [...languageTypes, ...streamRecordTypes, ...commandResultTypes, ...numberTypes, stringType, charType, ...collectionTypes, ...dotnetTypes])
    coreTypes.add(type);
}
