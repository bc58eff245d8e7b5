import type { Cmdlet } from '../../runtime/engine/command.ts';
import { exportModuleMember } from './export-module-member.ts';
import { getModule } from './get-module.ts';
import { importModuleCmdlet } from './import-module.ts';
import { newModule } from './new-module.ts';
import { newModuleManifest } from './new-module-manifest.ts';
import { removeModule } from './remove-module.ts';
import { testModuleManifest } from './test-module-manifest.ts';

/** Cmdlets that load, make and describe modules. */
export const moduleCmdlets: readonly Cmdlet[] = [
  exportModuleMember,
  getModule,
  importModuleCmdlet,
  newModule,
  newModuleManifest,
  removeModule,
  testModuleManifest,
];
