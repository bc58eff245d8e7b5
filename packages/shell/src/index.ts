export { bindParameters, type BoundParameters } from './arguments/bind-parameters.ts';
export { run, type ServiceOptions, type Surroundings } from './run.ts';
