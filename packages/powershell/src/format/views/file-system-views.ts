import type { FormatSource } from '../format-source.ts';
import type { View, ViewGroup } from '../view.ts';
import { column, computed, path, property, right, table } from './define-view.ts';

const types = ['System.IO.DirectoryInfo', 'System.IO.FileInfo'];

/** `    Directory: …` above the entries of one folder. */
const byFolder: ViewGroup = {
  expression: property('PSParentPath'),
  heading: (value, source) => {
    const folder = source.text(path(value, source, 'PSParentPath')).replace(/^.*?::/, '');
    return [`    Directory: ${folder}`];
  },
};

const isFile = (value: unknown, source: FormatSource): boolean =>
  source.typeNames(value).includes('System.IO.FileInfo');

const times = ['CreationTime', 'LastWriteTime', 'LastAccessTime', 'Mode', 'LinkType', 'Target'];

/** Directory listings, as the original has them on Unix. Facts: FileSystem.format.ps1xml. */
export const fileSystemViews: readonly View[] = [
  table(
    'childrenWithUnixStat',
    types,
    [
      column('UnixMode', { width: 10 }),
      right('User', { width: 10 }),
      column('Group', { width: 10 }),
      {
        expression: computed('LastWriteTime', (value, source) =>
          source.format(path(value, source, 'LastWriteTime'), '{0:d} {0:HH}:{0:mm}'),
        ),
        label: 'LastWriteTime',
        width: 16,
        alignment: 'right',
      },
      right('Size', { width: 12 }),
      column('NameString', { label: 'Name' }),
    ],
    { wrap: true, groupBy: byFolder },
  ),
  table(
    'children',
    types,
    [
      column('ModeWithoutHardLink', { label: 'Mode', width: 7 }),
      right('LastWriteTimeString', { label: 'LastWriteTime', width: 26 }),
      right('LengthString', { label: 'Length', width: 14 }),
      column('NameString', { label: 'Name' }),
    ],
    { wrap: true, groupBy: byFolder },
  ),
  {
    shape: 'list',
    name: 'children',
    types,
    groupBy: byFolder,
    items: [
      { expression: property('Name') },
      { expression: property('LengthString'), label: 'Length', condition: isFile },
      ...times.map((name) => ({ expression: property(name) })),
      { expression: property('VersionInfo'), condition: isFile },
    ],
  },
  {
    shape: 'wide',
    name: 'children',
    types,
    groupBy: byFolder,
    item: {
      expression: computed('Name', (value, source) => {
        const name = source.text(path(value, source, 'Name'));
        return isFile(value, source) ? name : `[${name}]`;
      }),
    },
  },
];
