import type { ScriptCmdlet } from '../engine/script-cmdlet.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { InformationRecord } from '../values/stream-records.ts';
import { EngineIntrinsics } from '../values/engine-intrinsics.ts';
import { CustomObject } from '../values/ps-object.ts';
import type { Reference } from '../values/reference.ts';
import { listOf } from '../values/enumerate.ts';
import { toText } from '../values/to-text.ts';
import { enumType, enumValue } from './enum-type.ts';
import { type DotNetType, formWith, type Overload, overload, readOnly } from './define-type.ts';

type Self = ScriptCmdlet;

const asTheyAre = (forms: readonly Overload[]): Overload[] => forms.map((form) => formWith(form, { throwsAsIs: true }));

const record = 'System.Management.Automation.ErrorRecord';

/** `$PSCmdlet` of an advanced function. */
export const scriptCmdletTypes: readonly DotNetType[] = [
  enumType('System.Management.Automation.ShouldProcessReason', 'None WhatIf'),
  { name: 'System.Management.Automation.Cmdlet', base: 'System.Object', isAbstract: true },
  {
    name: 'System.Management.Automation.PSCmdlet',
    base: 'System.Management.Automation.Cmdlet',
    isAbstract: true,
    properties: {
      ParameterSetName: readOnly((self: Self) => self.parameterSetName),
      MyInvocation: readOnly((self: Self) => self.invocation),
      Host: readOnly((self: Self) => self.variableValue('host') ?? null),
      SessionState: readOnly((self: Self) => sessionState(self)),
      PagingParameters: readOnly((self: Self) => pagingParameters(self)),
      Stopping: readOnly(() => false),
      CommandOrigin: readOnly(() => 'Runspace'),
    },
    methods: {
      ShouldProcess: [
        overload('string target', (self: Self, target: string) => self.confirmation.shouldProcess(target)),
        overload('string target, string action', (self: Self, target: string, action: string) =>
          self.confirmation.shouldProcess(target, action),
        ),
        overload(
          'string verboseDescription, string verboseWarning, string caption',
          (self: Self, description: string, warning: string, caption: string) =>
            self.confirmation.shouldProcessAs({ description, warning, caption }),
        ),
        overload(
          'string verboseDescription, string verboseWarning, string caption, ref System.Management.Automation.ShouldProcessReason shouldProcessReason',
          (self: Self, description: string, warning: string, caption: string, reason: Reference) => {
            const goesOn = self.confirmation.shouldProcessAs({ description, warning, caption });
            reason.write(enumValue('System.Management.Automation.ShouldProcessReason', goesOn ? 'None' : 'WhatIf'));
            return goesOn;
          },
        ),
      ],
      ShouldContinue: [
        overload('string query, string caption', (self: Self, query: string, caption: string) =>
          self.confirmation.shouldContinue(query, caption),
        ),
        overload(
          'string query, string caption, ref bool yesToAll, ref bool noToAll',
          (self: Self, query: string, caption: string) => self.confirmation.shouldContinue(query, caption),
        ),
      ],
      WriteObject: [
        overload('object sendToPipeline', (self: Self, value: unknown) => self.write(value)),
        overload('object sendToPipeline, bool enumerateCollection', (self: Self, value: unknown, opens: boolean) =>
          opens ? self.writeEnumerated(value) : self.write(value),
        ),
      ],
      WriteError: [overload(`${record} errorRecord`, (self: Self, error: ErrorRecord) => self.writeError(error))],
      ThrowTerminatingError: asTheyAre([
        overload(`${record} errorRecord`, (self: Self, error: ErrorRecord) => self.throwTerminating(error)),
      ]),
      WriteWarning: [overload('string text', (self: Self, text: string) => self.messages.writeWarning(text))],
      WriteVerbose: [overload('string text', (self: Self, text: string) => self.messages.writeVerbose(text))],
      WriteDebug: [overload('string text', (self: Self, text: string) => self.messages.writeDebug(text))],
      WriteCommandDetail: [overload('string text', () => undefined)],
      WriteProgress: [overload('object progressRecord', () => undefined)],
      WriteInformation: [
        overload('object messageData, ...string tags', (self: Self, data: unknown, ...tags: unknown[]) =>
          writeInformation(self, data, tags),
        ),
      ],
      GetVariableValue: [
        overload('string name', (self: Self, name: string) => self.variableValue(name) ?? null),
        overload(
          'string name, object defaultValue',
          (self: Self, name: string, other: unknown) => self.variableValue(name) ?? other,
        ),
      ],
    },
  },
  { name: 'System.Management.Automation.PSScriptCmdlet', base: 'System.Management.Automation.PSCmdlet' },
];

function writeInformation(self: Self, data: unknown, given: readonly unknown[]): void {
  const tags = given.flatMap((tag) => listOf(tag) ?? [tag]).map((tag) => toText(tag));
  if (data instanceof InformationRecord)
    self.messages.writeInformation(data.data, { tags: data.tags, source: data.source });
  else self.messages.writeInformation(data, { tags });
}

/** `$PSCmdlet.SessionState`: the same as `$ExecutionContext.SessionState`. */
function sessionState(self: Self): unknown {
  const context = self.variableValue('executioncontext');
  return context instanceof EngineIntrinsics ? context.sessionState : null;
}

function pagingParameters(self: Self): unknown {
  const first = self.parameter('first');
  return new CustomObject()
    .setNote('IncludeTotalCount', self.parameter('includetotalcount') ?? false)
    .setNote('Skip', self.parameter('skip') ?? 0)
    .setNote('First', first ?? 18_446_744_073_709_551_615n);
}
