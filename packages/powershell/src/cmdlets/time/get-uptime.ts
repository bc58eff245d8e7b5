import { DateTime, TimeSpan } from '../../dotnet/index.ts';
import { uptime } from 'node:os';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { currentTime } from '../../runtime/values/running-session.ts';

export const getUptime: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Uptime',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetUptimeCommand',
  outputTypes: ['System.TimeSpan'],
  defaultSet: 'Timespan',
  parameters: [{ name: 'Since', type: 'SwitchParameter', sets: { Since: {} } }],
  create: ({ parameters, out }) => ({
    process: () => {
      const seconds = Math.trunc(uptime());
      const since = DateTime.fromUnixMilliseconds(currentTime() - seconds * 1000);
      out.write(switchOf(parameters, 'Since') ? since : new TimeSpan(BigInt(seconds) * 10_000_000n));
    },
  }),
};
