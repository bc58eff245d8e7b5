import type { Cmdlet } from '../runtime/engine/command.ts';
import { toText } from '../runtime/values/to-text.ts';

export const writeHost: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Host',
  parameters: [
    { name: 'Object', aliases: ['Msg', 'Message'], position: 0, pipeline: 'value', remaining: true },
    { name: 'NoNewline', type: 'SwitchParameter' },
    { name: 'Separator' },
    { name: 'ForegroundColor' },
    { name: 'BackgroundColor' },
  ],
  create: ({ session, parameters }) => ({
    process: () => {
      const separator = parameters['Separator'] === undefined ? ' ' : toText(parameters['Separator']);
      session.host.write(toText(parameters['Object'], separator) + (parameters['NoNewline'] ? '' : '\n'));
    },
  }),
};
