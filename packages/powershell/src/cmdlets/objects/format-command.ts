import { isSdkError } from '@cutover/base';
import { listOfParameter, numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';
import { asScriptError } from '../../runtime/engine/statement-error.ts';
import type { ColumnParameter } from '../../format/expression.ts';
import { FormatData, type FormatShape } from '../../format/format-packet.ts';
import type { FormatRequest } from '../../format/format-request.ts';
import { inputReader, isPresent } from './input-object.ts';
import { itemBlock } from './item-block.ts';
import { objectError, terminating } from './object-errors.ts';
import { propertyParameter } from './property-parameter.ts';

const expansions = { coreonly: 'coreOnly', enumonly: 'enumOnly', both: 'both' } as const;

/** What all Format cmdlets take behind what their shape takes. */
const sharedParameters: readonly ParameterSpec[] = [
  { name: 'GroupBy' },
  { name: 'View', type: 'String' },
  { name: 'ShowError', type: 'SwitchParameter' },
  { name: 'DisplayError', type: 'SwitchParameter' },
  { name: 'Force', type: 'SwitchParameter' },
  { name: 'Expand', type: 'String', validate: [{ kind: 'set', values: ['CoreOnly', 'EnumOnly', 'Both'] }] },
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
];

export interface FormatCommand extends Pick<Cmdlet, 'name' | 'aliases' | 'implementingType' | 'parameters'> {
  readonly shape: FormatShape;
}

/** A cmdlet that lays objects out and writes how. */
export function formatCommand({ shape, parameters, ...contract }: FormatCommand): Cmdlet {
  return {
    kind: 'cmdlet',
    module: 'Microsoft.PowerShell.Utility',
    ...contract,
    parameters: [...parameters, ...sharedParameters],
    create: (context) => format(context, shape),
  };
}

function format(context: CommandContext, shape: FormatShape): Processor {
  const { out, session } = context;
  const read = inputReader(context);
  const failures: ErrorRecord[] = [];
  const request = requestOf(context, shape, failures);
  const formatter = session.formatting.createFormatter(request, (packet) => out.write(new FormatData(packet)));
  const add = (input: unknown): void => {
    formatter.add(input);
    for (const record of failures.splice(0)) formatter.add(record);
  };
  return {
    process: (item) => {
      const input = read(item);
      if (input instanceof FormatData) out.write(input);
      else if (isPresent(input)) refusing(() => add(input));
    },
    end: () => formatter.end(),
  };
}

/** Tells of a view that is not there as the original does. */
function refusing(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!isSdkError(error, 'format.viewNotFound')) throw error;
    throw terminating('FormatViewNotFound', [error.message], { target: error.context['name'] });
  }
}

function requestOf(context: CommandContext, shape: FormatShape, failures: ErrorRecord[]): FormatRequest {
  const { parameters: given } = context;
  const run = itemBlock(context);
  const columns = listOfParameter(given, 'Property')?.map((each) =>
    propertyParameter(each, { definition: shape, run }),
  );
  const groupBy = isPresent(given['GroupBy'])
    ? propertyParameter(given['GroupBy'], { definition: 'groupBy', run })
    : undefined;
  const viewName = textOf(given, 'View') || undefined;
  if (viewName && columns?.length) throw terminating('FormatCannotSpecifyViewAndProperty');
  return {
    shape,
    ...present({
      columns,
      groupBy,
      viewName,
      perLine: numberOf(given, 'Column'),
      depth: numberOf(given, 'Depth'),
      expand: expansions[(textOf(given, 'Expand') ?? '').toLowerCase() as keyof typeof expansions],
      ...switches(given),
    }),
    failures: {
      shown: switchOf(given, 'DisplayError'),
      note: (column, value, thrown) => {
        const record = switchOf(given, 'ShowError') ? failureRecord(column, value, thrown) : undefined;
        if (record) failures.push(record);
      },
    },
  };
}

/** Switches that were given; the others are left to the view. */
function switches(given: CommandContext['parameters']): Partial<FormatRequest> {
  const read = (name: string): boolean | undefined => (name in given ? switchOf(given, name) : undefined);
  return present({
    autoSize: read('AutoSize'),
    wrap: read('Wrap'),
    hideHeaders: read('HideTableHeaders'),
    repeatHeader: read('RepeatHeader'),
    force: read('Force'),
  });
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const present = <T extends object>(values: T): Partial<Present<T>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Present<T>>;

function failureRecord(column: ColumnParameter['expression'], target: unknown, thrown: unknown): ErrorRecord {
  const error = asScriptError(thrown);
  if (!error) throw thrown;
  const text = 'text' in column ? column.text : column.property;
  return objectError('PSPropertyExpressionError', [text], { target, exception: error.record.exception });
}
