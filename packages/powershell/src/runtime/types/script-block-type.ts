import { type Allowed, restrictedErrors } from '../../syntax/checks/restricted-language.ts';
import { parseErrorRecord } from '../errors/parse-exception.ts';
import { netError } from '../errors/script-error.ts';
import { AstValue } from '../values/ast-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import { runningSession } from '../values/running-session.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';

const namesOf = (value: unknown): string[] | undefined =>
  valueOrNull(value) === null ? undefined : (listOf(value) ?? [value]).map((each) => toText(each));

function checkLanguage({ code: { ast, source } }: ScriptBlock, allowed: Allowed): void {
  const errors = restrictedErrors(ast, allowed);
  if (errors.length === 0) return;
  const { exception } = parseErrorRecord(source, errors);
  throw netError(exception.typeName, exception.message);
}

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
  methods: {
    CheckRestrictedLanguage: [
      overload(
        'object allowedCommands, object allowedVariables, bool allowEnvironmentVariables',
        (self: ScriptBlock, commands: unknown, variables: unknown, environment: boolean) =>
          checkLanguage(self, { commands: namesOf(commands), variables: namesOf(variables), environment }),
      ),
    ],
  },
  staticMethods: {
    Create: [overload('string script', (_type: unknown, script: string) => runningSession().compile(script))],
  },
};
