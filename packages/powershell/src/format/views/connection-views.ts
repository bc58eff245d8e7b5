import { column, computed, path, property, right, table } from './define-view.ts';

const types = (name: string): string[] => [`Microsoft.PowerShell.Commands.TestConnectionCommand+${name}`];

/** What there is of an answer; a star where none came in time. */
const answered = (name: string) =>
  computed(name, (value, source) =>
    source.text(path(value, source, 'Status')) === 'TimedOut' ? '*' : path(value, source, name),
  );

const latency = { expression: answered('Latency'), label: 'Latency(ms)', width: 7, alignment: 'right' } as const;
const bufferSize = {
  expression: answered('BufferSize'),
  label: 'BufferSize(B)',
  width: 10,
  alignment: 'right',
} as const;
const hostName = computed('Hostname', (value, source) => path(value, source, 'Hostname') ?? '*');

/** Views of what Test-Connection tells. Facts: PowerShellCore.format.ps1xml. */
export const connectionViews = [
  table(
    types('TcpPortStatus')[0]!,
    types('TcpPortStatus'),
    [
      right('Id', { width: 4 }),
      column('Source', { width: 16 }),
      column('TargetAddress', { label: 'Address', width: 25 }),
      right('Port', { width: 7 }),
      right('Latency', { label: 'Latency(ms)', width: 7 }),
      column('Connected', { width: 10 }),
      column('Status', { width: 24 }),
    ],
    { groupBy: { expression: property('Target') } },
  ),
  table(
    types('PingMtuStatus')[0]!,
    types('PingMtuStatus'),
    [
      column('Source', { width: 16 }),
      column('DisplayAddress', { label: 'Address', width: 25 }),
      latency,
      column('Status', { width: 16 }),
      right('MtuSize', { label: 'MtuSize(B)', width: 7 }),
    ],
    { groupBy: { expression: property('Destination') } },
  ),
  table(
    types('PingStatus')[0]!,
    types('PingStatus'),
    [
      right('Ping', { width: 4 }),
      column('Source', { width: 16 }),
      column('DisplayAddress', { label: 'Address', width: 25 }),
      latency,
      bufferSize,
      column('Status', { width: 16 }),
    ],
    { groupBy: { expression: property('Destination') } },
  ),
  table(
    types('TraceStatus')[0]!,
    types('TraceStatus'),
    [
      right('Hop', { width: 3 }),
      { expression: hostName, label: 'Hostname', width: 25 },
      right('Ping', { width: 4 }),
      latency,
      column('Status', { width: 16 }),
      column('Source', { width: 12 }),
      column('TargetAddress', { width: 15 }),
    ],
    { groupBy: { expression: property('Target') } },
  ),
];
