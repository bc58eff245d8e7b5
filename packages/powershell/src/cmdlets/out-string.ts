import type { Cmdlet } from '../runtime/engine/command.ts';
import { DefaultOutput } from '../runtime/format/default-output.ts';

export const outString: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-String',
  parameters: [
    { name: 'InputObject', pipeline: 'value' },
    { name: 'Stream', isSwitch: true },
    { name: 'Width' },
    { name: 'NoNewline', isSwitch: true },
  ],
  create: ({ session, out, parameters }) => {
    let text = '';
    const shown = new DefaultOutput((part) => void (text += part), session.host.width);
    return {
      process: (item) => shown.write(item),
      end: () => {
        shown.flush();
        if (!parameters['Stream']) out.write(text);
        else for (const line of text.replace(/\n$/, '').split('\n')) out.write(line);
      },
    };
  },
};
