import { AstValue } from '../values/ast-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { runningSession } from '../values/running-session.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';

/** `[scriptblock]`; what runs one needs the session and lies with the intrinsic methods. */
export const scriptBlockType: DotNetType = {
  name: 'System.Management.Automation.ScriptBlock',
  base: 'System.Object',
  properties: {
    Attributes: readOnly(() => []),
    File: readOnly((self: ScriptBlock) => self.code.source.file ?? null, 'string'),
    IsFilter: settable(
      (self: ScriptBlock) => self.isFilter,
      (self: ScriptBlock, value: boolean) => {
        self.isFilter = value;
      },
      'bool',
    ),
    IsConfiguration: readOnly(() => false, 'bool'),
    Module: readOnly((self: ScriptBlock) => self.closure?.module ?? null),
    DebuggerHidden: readOnly(() => false, 'bool'),
    Ast: readOnly((self: ScriptBlock) => AstValue.of(self.code.ast, self.code.source)),
  },
  staticMethods: {
    Create: [overload('string script', (_type: unknown, script: string) => runningSession().compile(script))],
  },
};
