import type { VariablePath } from '../../syntax/variable-path.ts';
import { CustomObject } from '../values/ps-object.ts';

/** The parts of a variable's name. Source: System.Management.Automation.VariablePath. */
export const variablePathObject = (path: VariablePath): CustomObject =>
  new CustomObject(['System.Management.Automation.VariablePath', 'System.Object'])
    .setNote('UserPath', path.userPath)
    .setNote('IsGlobal', path.scope === 'global')
    .setNote('IsLocal', path.scope === 'local')
    .setNote('IsScript', path.scope === 'script')
    .setNote('DriveName', path.drive ?? null);
