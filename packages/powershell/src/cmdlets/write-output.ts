import type { Cmdlet } from '../runtime/engine/command.ts';
import { writeEnumerated } from '../runtime/engine/output.ts';

export const writeOutput: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Output',
  parameters: [
    { name: 'InputObject', position: 0, pipeline: 'value', remaining: true, mandatory: true, allowsNull: true },
    { name: 'NoEnumerate', isSwitch: true },
  ],
  create: ({ out, parameters }) => ({
    process: () =>
      parameters['NoEnumerate']
        ? out.write(parameters['InputObject'])
        : writeEnumerated(out, parameters['InputObject']),
  }),
};
