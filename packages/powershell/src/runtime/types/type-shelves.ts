import { serializerType } from '../../cmdlets/clixml/serializer-type.ts';
import { jobTypes } from '../../cmdlets/jobs/job.ts';
import { jsonTypes } from '../../cmdlets/json/json-values.ts';
import { zipFileType } from '../../cmdlets/archive/zip-file-type.ts';
import { processType } from '../../cmdlets/processes/process-object.ts';
import { moduleSpecificationType } from '../../cmdlets/modules/module-specification.ts';
import { connectionTypes } from '../../cmdlets/network/connection-objects.ts';
import { webTypes } from '../../cmdlets/web/web-types.ts';
import { byteCollectionType } from '../../cmdlets/text/byte-collection.ts';
import { matchTypes } from '../../cmdlets/text/match-info.ts';
import { fileSystemTypes } from '../../providers/file-system/file-system-types.ts';
import { providerTypes } from '../../providers/provider-types.ts';
import { type Shelf, shelf } from '../values/shelf.ts';
import { arrayType } from './array-type-table.ts';
import { assemblyTypes } from './assembly-type-table.ts';
import { charType } from './char-type-table.ts';
import { commandResultTypes } from './command-result-types.ts';
import { comparerType } from './comparer-type-table.ts';
import { completionTypes } from './completion-types.ts';
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
import { platformTypes } from './platform-type-table.ts';
import { preferenceTypes } from './preference-types.ts';
import { regexTypes } from './regex-type-table.ts';
import { streamRecordTypes } from './stream-record-types.ts';
import { setTypes } from './set-type-table.ts';
import { shellTypes } from './shell-type-table.ts';
import { securityTypes } from './security-type-table.ts';
import { streamTypes } from './stream-type-table.ts';
import { styleTypes } from './style-type-table.ts';
import { stringBuilderTypes } from './string-builder-type-table.ts';
import { systemTypes } from './system-type-table.ts';
import { stringType } from './text-type-table.ts';
import { timeTypes } from './time-type-table.ts';
import { tupleTypes } from './tuple-type-table.ts';
import { attributeTypes } from './attribute-type-table.ts';
import { scriptCmdletTypes } from './script-cmdlet-type.ts';
import { typeTypes } from './type-type-table.ts';
import { uriBuilderType } from './uri-builder-type-table.ts';
import { valueTypes } from './value-type-table.ts';
import { xmlTypes } from './xml-type-table.ts';
import type { DotNetType } from './define-type.ts';

/** The core types; those of a table are made when one of them is asked for. */
export const typeShelves: readonly Shelf<DotNetType>[] = [
  shelf(() => objectTypes),
  shelf(() => typeTypes),
  shelf(() => [enumBaseType]),
  shelf(() => enumTypes),
  shelf(() => preferenceTypes),
  shelf(() => languageTypes),
  shelf(() => streamRecordTypes),
  shelf(() => errorRecordTypes),
  shelf(() => exceptionTypes),
  shelf(() => invocationTypes),
  shelf(() => shellTypes),
  shelf(() => hostTypes),
  shelf(() => astTypes),
  shelf(() => commandResultTypes),
  shelf(() => completionTypes),
  shelf(() => memberInfoTypes),
  shelf(() => numberTypes),
  shelf(() => [mathType]),
  shelf(() => [convertType]),
  shelf(() => [stringType]),
  shelf(() => [charType]),
  shelf(() => stringBuilderTypes),
  shelf(() => encodingTypes),
  shelf(() => regexTypes),
  shelf(() => [dateType]),
  shelf(() => timeTypes),
  shelf(() => dayTypes),
  shelf(() => valueTypes),
  shelf(() => [arrayType]),
  shelf(() => listTypes),
  shelf(() => dataTypes),
  shelf(() => dictionaryTypes),
  shelf(() => setTypes),
  shelf(() => [comparerType]),
  shelf(() => tupleTypes),
  shelf(() => [enumerableType]),
  shelf(() => securityTypes),
  shelf(() => systemTypes),
  shelf(() => platformTypes),
  shelf(() => assemblyTypes),
  shelf(() => cultureTypes),
  shelf(() => networkTypes),
  shelf(() => cryptoTypes),
  shelf(() => [pathType]),
  shelf(() => fileTypes),
  shelf(() => streamTypes),
  shelf(() => consoleTypes),
  shelf(() => styleTypes),
  shelf(() => [uriBuilderType]),
  shelf(() => xmlTypes),
  shelf(() => attributeTypes),
  shelf(() => scriptCmdletTypes),
  shelf(() => fileSystemTypes),
  shelf(() => jobTypes),
  shelf(() => jsonTypes),
  shelf(() => matchTypes),
  shelf(() => [byteCollectionType]),
  shelf(() => [processType]),
  shelf(() => [zipFileType]),
  shelf(() => connectionTypes),
  shelf(() => [moduleSpecificationType]),
  shelf(() => webTypes),
  shelf(() => [serializerType]),
  shelf(() => providerTypes),
];
