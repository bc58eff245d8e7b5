import type { Cmdlet } from '../runtime/engine/command.ts';

export const outNull: Cmdlet = {
  kind: 'cmdlet',
  name: 'Out-Null',
  parameters: [{ name: 'InputObject', pipeline: 'value' }],
  create: () => ({}),
};
