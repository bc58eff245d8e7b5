import { positionMessage } from '../../format/position-message.ts';
import type { CallStackEntry } from '../engine/call-stack.ts';
import { commandInfoOf } from '../engine/command-info-of.ts';
import { errorPosition } from '../errors/error-position.ts';
import { folderOf } from '../errors/script-position.ts';
import { GenericDictionary } from '../values/dictionary.ts';
import { qualifiedName } from './assemblies.ts';

import { boundParametersType, type InvocationInfo } from '../values/invocation-info.ts';
import { List } from '../values/list.ts';
import { type DotNetType, type Property, readOnly } from './define-type.ts';

const placed = (read: (info: InvocationInfo) => unknown, type?: string): Property => readOnly(read, type);

const place = ({ position }: InvocationInfo) => position?.source.lineAndColumn(position.start);

const unboundParametersType = `System.Collections.Generic.List\`1[[${qualifiedName('System.Object')}]]`;

const invocationInfo: DotNetType = {
  name: 'System.Management.Automation.InvocationInfo',
  base: 'System.Object',
  properties: {
    MyCommand: placed(({ command }) => (command ? commandInfoOf(command) : null)),
    BoundParameters: placed((info) => (info.bound ??= new GenericDictionary(boundParametersType, 'ignore case'))),
    UnboundArguments: placed(({ unbound }) => new List(unboundParametersType, [...unbound])),
    ScriptLineNumber: placed((info) => place(info)?.line ?? 0, 'int'),
    OffsetInLine: placed((info) => place(info)?.column ?? 0, 'int'),
    HistoryId: placed(() => 1n, 'long'),
    ScriptName: placed(({ position }) => position?.source.file ?? '', 'string'),
    Line: placed((info) => lineOf(info), 'string'),
    Statement: placed(({ position }) => position?.source.text.slice(position.start, position.end) ?? '', 'string'),
    PositionMessage: placed(({ position }) => (position ? positionMessage(errorPosition(position)) : ''), 'string'),
    PSScriptRoot: placed(({ position }) => folderOf(position?.source.file ?? ''), 'string'),
    PSCommandPath: placed(({ position }) => position?.source.file ?? '', 'string'),
    InvocationName: placed(({ name }) => name, 'string'),
    PipelineLength: placed(({ pipelineLength }) => pipelineLength, 'int'),
    PipelinePosition: placed(({ pipelinePosition }) => pipelinePosition, 'int'),
    ExpectingInput: placed(({ expectingInput }) => expectingInput, 'bool'),
    CommandOrigin: placed(() => 'Internal'),
    DisplayScriptPosition: placed(() => null),
  },
};

/** `$MyInvocation`, the InvocationInfo of error records, and `$PSBoundParameters`. */
export const invocationTypes: readonly DotNetType[] = [
  invocationInfo,
  {
    name: 'System.Management.Automation.CallStackFrame',
    base: 'System.Object',
    properties: {
      Command: readOnly((self: CallStackEntry) => self.command, 'string'),
      Arguments: readOnly(() => '{}', 'string'),
      Location: readOnly((self: CallStackEntry) => self.location, 'string'),
      FunctionName: readOnly((self: CallStackEntry) => self.functionName, 'string'),
      ScriptName: readOnly((self: CallStackEntry) => self.source.file ?? null, 'string'),
      ScriptLineNumber: readOnly((self: CallStackEntry) => self.line, 'int'),
    },
  },
  {
    name: boundParametersType,
    base: `System.Collections.Generic.Dictionary\`2[[${qualifiedName('System.String')}],[${qualifiedName('System.Object')}]]`,
  },
];

/** The whole line, with its end as it stands in the file. */
function lineOf(info: InvocationInfo): string {
  const where = place(info);
  return where ? info.position!.source.wholeLine(where.line) : '';
}
