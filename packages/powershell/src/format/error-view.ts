import { type ErrorViewOptions, conciseView } from './concise-view.ts';
import { type ErrorShape, categoryMessage } from './error-shape.ts';
import { positionMessage } from './position-message.ts';
import type { CustomView } from './view.ts';

/** Values of `$ErrorView`; what the original calls DetailedView is `Get-Error`, a command. */
export type ErrorViewName = 'CategoryView' | 'ConciseView' | 'NormalView';

const nativeErrors = new Set(['NativeCommandError', 'NativeCommandErrorMessage']);

/** An error record as text. A message below a source line ends with a line feed, as in the original; consoles drop it. */
export function formatError(error: ErrorShape, view: ErrorViewName, options: ErrorViewOptions): string {
  const { error: red, reset } = options.style;
  if (nativeErrors.has(error.id)) return red + error.message + reset;
  if (view === 'ConciseView') return conciseView(error, options);
  return red + (view === 'CategoryView' ? categoryMessage(error.categoryInfo) : normalView(error)) + reset;
}

function normalView(error: ErrorShape): string {
  const { categoryInfo, details, id, invocation, message, messageDetails } = error;
  const name =
    invocation?.invocationName && !/^[&.]$/.test(invocation.invocationName)
      ? invocation.invocationName
      : invocation?.command;
  const showsPosition = invocation?.position && (invocation.command || categoryInfo.category !== 'ParserError');
  const lines = [
    (details || message) + (messageDetails ? ` : ${messageDetails}` : ''),
    ...(showsPosition ? [positionMessage(invocation.position!)] : []),
    `+ CategoryInfo          : ${categoryMessage(categoryInfo)}`,
    `+ FullyQualifiedErrorId : ${id}`,
  ];
  return (name ? `${name} : ` : '') + lines.join('\n');
}

/** How an error record looks among other output. */
export interface ErrorRecordViewOptions {
  readonly shape: (value: unknown) => ErrorShape;
  /** `$ErrorView` at that moment. */
  readonly view: () => ErrorViewName;
  readonly options: () => ErrorViewOptions;
}

/** The view of ErrorRecord for a session; it is out of band: records are written whole between other objects. */
export function errorRecordView({ options, shape, view }: ErrorRecordViewOptions): CustomView {
  return {
    shape: 'custom',
    name: 'ErrorInstance',
    types: ['System.Management.Automation.ErrorRecord'],
    outOfBand: true,
    render: (value) => [formatError(shape(value), view(), options())],
  };
}
