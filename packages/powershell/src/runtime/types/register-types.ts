import { providerTypes } from '../../providers/provider-types.ts';
import { arrayType, multiArrayMembers } from './array-type-table.ts';
import { assemblyTypes } from './assembly-type-table.ts';
import { charType } from './char-type-table.ts';
import { commandResultTypes } from './command-result-types.ts';
import { comparerType } from './comparer-type-table.ts';
import { consoleTypes } from './console-type-table.ts';
import { convertType } from './convert-type-table.ts';
import { cryptoTypes } from './crypto-type-table.ts';
import { cultureTypes } from './culture-type-table.ts';
import { dataTypes } from './data-type-table.ts';
import { dateType } from './date-type-table.ts';
import { dayTypes } from './day-type-table.ts';
import { dictionaryTypes } from './dictionary-type-table.ts';
import { encodingTypes } from './encoding-type-table.ts';
import { enumBaseType, enumTypes } from './enum-type-table.ts';
import { errorRecordTypes } from './error-record-types.ts';
import { exceptionTypes } from './exception-types.ts';
import { fileTypes } from './file-type-table.ts';
import { astTypes } from './ast-types.ts';
import { hostTypes } from './host-types.ts';
import { invocationTypes } from './invocation-types.ts';
import { languageTypes } from './language-type-table.ts';
import { enumerableType } from './linq-type-table.ts';
import { listTypes } from './list-type-table.ts';
import { mathType } from './math-type-table.ts';
import { networkTypes } from './network-type-table.ts';
import { memberInfoTypes } from './member-info-types.ts';
import { numberTypes } from './number-type-table.ts';
import { objectTypes } from './object-type-table.ts';
import { pathType } from './path-type-table.ts';
import { regexTypes } from './regex-type-table.ts';
import { streamRecordTypes } from './stream-record-types.ts';
import { setTypes } from './set-type-table.ts';
import { shellTypes } from './shell-type-table.ts';
import { securityTypes } from './security-type-table.ts';
import { streamTypes } from './stream-type-table.ts';
import { styleTypes } from './style-type-table.ts';
import { stringBuilderType } from './string-builder-type-table.ts';
import { systemTypes } from './system-type-table.ts';
import { stringType } from './text-type-table.ts';
import { timeTypes } from './time-type-table.ts';
import { tupleTypes } from './tuple-type-table.ts';
import { attributeTypes } from './attribute-type-table.ts';
import { scriptCmdletTypes } from './script-cmdlet-type.ts';
import { coreTypes } from './type-registry.ts';
import { typeTypes } from './type-type-table.ts';
import { uriBuilderType } from './uri-builder-type-table.ts';
import { valueTypes } from './value-type-table.ts';
import { xmlTypes } from './xml-type-table.ts';

/** Makes the core types known; to be called before a script runs. */
export function registerTypes(): void {
  if (coreTypes.find('System.Object')) return;
  coreTypes.multiArray = multiArrayMembers;
  for (const type of [
    ...objectTypes,
    ...typeTypes,
    enumBaseType,
    ...enumTypes,
    ...languageTypes,
    ...streamRecordTypes,
    ...errorRecordTypes,
    ...exceptionTypes,
    ...invocationTypes,
    ...shellTypes,
    ...hostTypes,
    ...astTypes,
    ...commandResultTypes,
    ...memberInfoTypes,
    ...numberTypes,
    mathType,
    convertType,
    stringType,
    charType,
    stringBuilderType,
    ...encodingTypes,
    ...regexTypes,
    dateType,
    ...timeTypes,
    ...dayTypes,
    ...valueTypes,
    arrayType,
    ...listTypes,
    ...dataTypes,
    ...dictionaryTypes,
    ...setTypes,
    comparerType,
    ...tupleTypes,
    enumerableType,
    ...securityTypes,
    ...systemTypes,
    ...assemblyTypes,
    ...cultureTypes,
    ...networkTypes,
    ...cryptoTypes,
    pathType,
    ...fileTypes,
    ...streamTypes,
    ...consoleTypes,
    ...styleTypes,
    uriBuilderType,
    ...xmlTypes,
    ...attributeTypes,
    ...scriptCmdletTypes,
    ...providerTypes,
  ])
    coreTypes.add(type);
}
