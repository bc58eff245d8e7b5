import { numberOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { typeNameList } from '../runtime/members/type-names.ts';
import { ErrorRecord, ExceptionValue } from '../runtime/values/error-record.ts';
import { extend } from '../runtime/values/ps-object.ts';

export const getError: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Error',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gerr'],
  implementingType: 'Microsoft.PowerShell.Commands.GetErrorCommand',
  defaultSet: 'Newest',
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'value', sets: { Error: {} } },
    {
      name: 'Newest',
      type: 'Int32',
      aliases: ['Last'],
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      sets: { Newest: { position: 0 } },
    },
  ],
  create: (context) => ({ process: (input) => tell(context, input) }),
};

/** Writes errors in a form that shows all that is known of them, those of `$Error` with their places in it. */
function tell({ parameters, session, out, hasInput }: CommandContext, input: unknown): void {
  const given = hasInput ? input : parameters['InputObject'];
  if (given !== undefined && given !== null) return out.write(detailed(given));
  const newest = session.errors.items.slice(0, numberOf(parameters, 'Newest') ?? 1);
  for (const [index, error] of newest.entries()) {
    const shown = detailed(error);
    if (newest.length > 1 && typeof shown === 'object') {
      extend(shown as object).set({ kind: 'note', name: 'PSErrorIndex', value: index });
    }
    out.write(shown);
  }
}

/** A copy that views know by a name of its own, so that the error itself is shown as before. */
function detailed(error: unknown): unknown {
  const copy = copyOf(error);
  if (!copy) return error;
  const names = typeNameList(copy).items as string[];
  const plain = copy instanceof ErrorRecord ? 'System.Management.Automation.ErrorRecord' : 'System.Exception';
  names.splice(names.indexOf(plain), 1, `${plain}#PSExtendedError`);
  return copy;
}

function copyOf(error: unknown): ErrorRecord | ExceptionValue | undefined {
  if (error instanceof ExceptionValue) return withOwnRecord(error);
  if (!(error instanceof ErrorRecord)) return undefined;
  return copied(error, { exception: withOwnRecord(error.exception) });
}

const copied = <T extends object>(value: T, changes: Partial<T>): T =>
  Object.assign(Object.create(Object.getPrototypeOf(value) as object) as T, value, changes);

/** An exception has a record of its own, whose exception tells no more than its text. Source: RuntimeException.ErrorRecord. */
function withOwnRecord(exception: ExceptionValue): ExceptionValue {
  const { message, record, thrown } = exception;
  const plain = new ExceptionValue('System.Management.Automation.ParentContainsErrorRecordException', message);
  const { id, category, target } = thrown || !record ? thrownRecord : record;
  return copied(exception, { record: new ErrorRecord({ exception: plain, id, category, target }) });
}

const thrownRecord = { id: 'RuntimeException', category: 'NotSpecified', target: null };
