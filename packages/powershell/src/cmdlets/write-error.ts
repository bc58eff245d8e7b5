import type { Cmdlet } from '../runtime/engine/command.ts';
import { ErrorRecord, ExceptionValue } from '../runtime/values/error-record.ts';
import { toText } from '../runtime/values/to-text.ts';

export const writeError: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Error',
  parameters: [
    { name: 'Message', aliases: ['Msg'], position: 0, pipeline: 'value' },
    { name: 'Exception' },
    { name: 'ErrorRecord' },
    { name: 'ErrorId' },
    { name: 'Category' },
    { name: 'TargetObject' },
  ],
  create: (context) => ({
    process: () => context.writeError(recordOf(context.parameters)),
  }),
};

function recordOf({
  Message,
  Exception,
  ErrorRecord: record,
  ErrorId,
  Category,
  TargetObject,
}: Readonly<Record<string, unknown>>): ErrorRecord {
  if (record instanceof ErrorRecord) return record;
  const exception =
    Exception instanceof ExceptionValue
      ? Exception
      : new ExceptionValue('Microsoft.PowerShell.Commands.WriteErrorException', toText(Message));
  return new ErrorRecord({
    exception,
    id: ErrorId === undefined ? exception.typeName : toText(ErrorId),
    category: Category === undefined ? 'NotSpecified' : toText(Category),
    target: TargetObject ?? null,
  });
}
