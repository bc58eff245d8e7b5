import type { Cmdlet } from '../runtime/engine/command.ts';

export const outString: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-String',
  parameters: [
    { name: 'InputObject', pipeline: 'value' },
    { name: 'Stream', type: 'SwitchParameter' },
    { name: 'Width' },
    { name: 'NoNewline', type: 'SwitchParameter' },
  ],
  create: ({ session, out, parameters, hasInput }) => {
    const lines: string[] = [];
    const shown = session.formatting.createOutput({ writeLine: (line) => void lines.push(line) });
    return {
      process: (item) => shown.add(hasInput ? item : parameters['InputObject']),
      end: () => {
        shown.end();
        if (parameters['Stream']) for (const line of lines) out.write(line);
        else out.write(lines.map((line) => `${line}\n`).join(''));
      },
    };
  },
};
