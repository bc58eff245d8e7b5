import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { CultureInfo } from '../../runtime/values/culture-info.ts';
import { currentUICulture } from '../../runtime/values/current-culture.ts';

const module = 'Microsoft.PowerShell.Utility';

/** Scripts run in the invariant culture unless they ask for another. */
export const getCulture: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Culture',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.GetCultureCommand',
  outputTypes: ['System.Globalization.CultureInfo'],
  defaultSet: 'CurrentCulture',
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'value', sets: { Name: {} } },
    { name: 'NoUserOverrides', type: 'SwitchParameter', sets: { CurrentCulture: {}, Name: {} } },
    { name: 'ListAvailable', unsupported: true },
  ],
  create: ({ out, parameters }) => ({
    process: () => {
      for (const name of textsOf(parameters, 'Name') ?? ['']) out.write(new CultureInfo(name));
    },
  }),
};

export const getUICulture: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-UICulture',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.GetUICultureCommand',
  outputTypes: ['System.Globalization.CultureInfo'],
  parameters: [],
  create: ({ out }) => ({ process: () => out.write(currentUICulture()) }),
};

export const getHost: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Host',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.GetHostCommand',
  parameters: [],
  create: ({ out, session }) => ({ process: () => out.write(session.scope.global.find('host')?.value ?? null) }),
};
