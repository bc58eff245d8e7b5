/**
 * The entry `@cutover/core/metadata`: what binders, help and views need, as data that loads without a schema library.
 */
import type { CmdletMetadata, ObjectMetadata } from './metadata-types.ts';
import { cmdletMetadata, objectMetadata } from './generated/metadata.ts';

export { assertEnumerators } from './assert-enumerators.ts';
export { bindingErrors } from './binding-errors.ts';
export type { Backend, BackendMessage, CmdletParameters, InvokeOptions, ProgressRecord } from './backend.ts';
export { psCredential, type PSCredential } from './credential.ts';
export { csvBytes, firstCsvPage, nextCsvPage, type CsvStream } from './csv-pages.ts';
export type { Column, ValueKind } from './define-object.ts';
export { nullMeansAll } from './null-means-all.ts';
export { fromErrorRecord, toErrorRecord, type ErrorRecord } from './error-record.ts';
export { coreErrors } from './errors.ts';
export { exceptionOf, productExceptions, shortName } from './exceptions.ts';
export { cmdletMetadata, objectMetadata } from './generated/metadata.ts';
export { cmdletNames, tableTypeNames } from './generated/names.ts';
export type { CmdletMetadata, ObjectMetadata, ParameterMetadata, PropertyMetadata } from './metadata-types.ts';
export { chooseParameterSet, missingIn } from './parameter-set.ts';
export { syntaxOf } from './syntax.ts';

/** A cmdlet's metadata by its name in any case. */
export function findCmdlet(name: string): CmdletMetadata | undefined {
  const wanted = name.toLowerCase();
  return cmdletMetadata.find((cmdlet) => cmdlet.name.toLowerCase() === wanted);
}

/** The members and views of what a cmdlet answers; undefined when it answers nothing. */
export function outputOf(cmdlet: CmdletMetadata): ObjectMetadata | undefined {
  return objectMetadata.find(({ name }) => name === cmdlet.output);
}
