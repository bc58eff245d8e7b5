import type { ErrorRecord } from '../error-record.ts';
import { shortName } from '../exceptions.ts';
import { categoryOf } from './rest-errors.ts';
import type { RestAnswer } from './send-page.ts';

interface ErrorBody {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly details?: readonly { readonly message?: string }[];
    readonly innererror?: { readonly message?: string; readonly internalexception?: { readonly message?: string } };
  };
}

const unknownException = 'System.Exception';

/** A refused call as an error record, with the text that says most: the cmdlet's own before the service's. */
export function readFailure(answer: RestAnswer, cmdlet: string): ErrorRecord {
  const { error } = (answer.body ?? {}) as ErrorBody;
  const detail = error?.details?.find(({ message }) => message)?.message;
  const { errorId, exception, message } = splitDetail(detail, answer.headers.get('x-exceptiontype'));
  const text = message ?? error?.innererror?.internalexception?.message ?? error?.message ?? answer.text.trim();
  return {
    message: text === '' ? `The service answered status ${answer.status}.` : text,
    code: 'rest.cmdletFailed',
    exception,
    category: categoryOf(answer.status),
    fullyQualifiedErrorId: `${tail(answer.headers)},Write-ErrorMessage`,
    cmdlet,
    target: null,
    retry: isPassing(answer.status),
    context: { status: answer.status, errorId, exceptionName: shortName(exception) },
    causes: [],
  };
}

/** Whether a status tells of a state that passes. */
export function isPassing(status: number): boolean {
  return [408, 429, 503, 504].includes(status);
}

/** `ExBDDC58|Namespace.SomeException|text`, of which any part but the last can be empty. */
function splitDetail(
  detail: string | undefined,
  header: string | undefined,
): { errorId: string | null; exception: string; message: string | undefined } {
  const [, errorId = '', exception = '', message] = /^([^|]*)\|([^|]*)\|(.*)$/s.exec(detail ?? '') ?? [];
  return { errorId: errorId || null, exception: exception || header || unknownException, message: message ?? detail };
}

function tail(headers: ReadonlyMap<string, string>): string {
  const parts = [
    ['Server', headers.get('x-calculatedbetarget')],
    ['RequestId', headers.get('request-id')],
    ['TimeStamp', headers.get('date')],
  ];
  return `[${parts.map(([name, value]) => `${name}=${value ?? ''}`).join(',')}]`;
}
