export { bindParameters, type BoundParameters } from './arguments/bind-parameters.ts';
export { formatRecords, type FormatOptions } from './format/format-records.ts';
export { run, type ServiceOptions, type Surroundings } from './run.ts';
