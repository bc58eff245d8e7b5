import { textOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import { type CategoryInfo, categoryInfoOf } from '../runtime/values/category-info.ts';
import { ErrorRecord, ExceptionValue } from '../runtime/values/error-record.ts';
import { InvocationInfo } from '../runtime/values/invocation-info.ts';
import { toText } from '../runtime/values/to-text.ts';

const message = 'NoException';
const exception = 'WithException';
const record = 'ErrorRecord';
const named = { [message]: {}, [exception]: {} };
const category = 'System.Management.Automation.ErrorCategory';

export const writeError: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Error',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.WriteErrorCommand',
  defaultSet: message,
  parameters: [
    {
      name: 'Exception',
      type: 'System.Exception',
      sets: { [exception]: { position: 0, mandatory: true } },
    },
    {
      name: 'Message',
      type: 'String',
      aliases: ['Msg'],
      position: 0,
      pipeline: 'value',
      sets: { [message]: { mandatory: true }, [exception]: { position: undefined, pipeline: undefined } },
      allowNull: true,
      allowEmptyString: true,
    },
    {
      name: 'ErrorRecord',
      type: category.replace('Category', 'Record'),
      sets: { [record]: { position: 0, mandatory: true } },
    },
    { name: 'Category', type: category, sets: named },
    { name: 'ErrorId', type: 'String', sets: named },
    { name: 'TargetObject', sets: named },
    { name: 'RecommendedAction', type: 'String' },
    { name: 'CategoryActivity', type: 'String', aliases: ['Activity'] },
    { name: 'CategoryReason', type: 'String', aliases: ['Reason'] },
    { name: 'CategoryTargetName', type: 'String', aliases: ['TargetName'] },
    { name: 'CategoryTargetType', type: 'String', aliases: ['TargetType'] },
  ],
  create: (context) => ({ process: () => report(context) }),
};

/** The error is that of whoever calls Write-Error. Source: WriteOrThrowErrorCommand.ProcessRecord. */
function report(context: CommandContext): void {
  const { session, parameters } = context;
  const written = recordOf(parameters);
  const action = textOf(parameters, 'RecommendedAction');
  if (action !== undefined) {
    written.details ??= written.exception.message;
    written.recommendedAction = action;
  }
  const info = categoryInfoOf(written);
  setCategory(info, parameters);
  const caller = session.scope.find('myinvocation')?.value;
  if (caller instanceof InvocationInfo) {
    written.invocation = caller.forRecord();
    info.set('activity', textOf(parameters, 'CategoryActivity') ?? context.name);
  } else written.invocation = context.invocation.forRecord();
  context.writeError(written, { keepsInvocation: true });
}

function setCategory(info: CategoryInfo, parameters: Readonly<Record<string, unknown>>): void {
  const parts = {
    CategoryActivity: 'activity',
    CategoryReason: 'reason',
    CategoryTargetName: 'targetName',
    CategoryTargetType: 'targetType',
  } as const;
  for (const [name, part] of Object.entries(parts)) {
    const given = textOf(parameters, name);
    if (given !== undefined) info.set(part, given);
  }
}

function recordOf(parameters: Readonly<Record<string, unknown>>): ErrorRecord {
  const { Exception, ErrorRecord: given, Category, TargetObject } = parameters;
  const text = textOf(parameters, 'Message');
  if (given instanceof ErrorRecord) return new ErrorRecord(given);
  const made =
    Exception instanceof ExceptionValue
      ? Exception
      : new ExceptionValue('Microsoft.PowerShell.Commands.WriteErrorException', text ?? '');
  const written = new ErrorRecord({
    exception: made,
    id: textOf(parameters, 'ErrorId') ?? made.typeName,
    category: Category === undefined ? 'NotSpecified' : toText(Category),
    target: TargetObject ?? null,
  });
  if (made === Exception && text !== undefined) written.details = text;
  return written;
}
