import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { ExportPatterns } from '../../runtime/engine/module.ts';
import { scriptError } from '../../runtime/errors/script-error.ts';

const parts = [
  ['Function', 'functions'],
  ['Variable', 'variables'],
  ['Alias', 'aliases'],
] as const;

/** Says what of a module others see; several calls add up. */
export const exportModuleMember: Cmdlet = {
  kind: 'cmdlet',
  name: 'Export-ModuleMember',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.ExportModuleMemberCommand',
  parameters: [
    { name: 'Function', type: 'String[]', position: 0, pipeline: 'both', allowEmptyCollection: true },
    { name: 'Cmdlet', type: 'String[]', pipeline: 'property', allowEmptyCollection: true },
    { name: 'Variable', type: 'String[]', pipeline: 'property' },
    { name: 'Alias', type: 'String[]', pipeline: 'property' },
  ],
  create: ({ session, parameters }) => ({
    process: () => {
      const { module } = session.scope;
      if (!module) throw scriptError('ExportOutsideModule');
      const patterns: ExportPatterns = (module.patterns ??= {});
      for (const [parameter, kind] of parts) {
        const given = textsOf(parameters, parameter);
        if (given) patterns[kind] = [...(patterns[kind] ?? []), ...given];
      }
    },
  }),
};
