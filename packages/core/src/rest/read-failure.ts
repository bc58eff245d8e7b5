import { z } from 'zod';
import type { ErrorRecord } from '../error-record.ts';
import { shortName } from '../exceptions.ts';
import { categoryOf } from './rest-errors.ts';
import type { RestAnswer } from './rest-answer.ts';

const message = z.string().optional().catch(undefined);

/** The body of a refusal as far as it is what it should be; the rest counts as absent. */
const errorBody = z.object({
  error: z.object({
    message,
    details: z.array(z.object({ message }).catch({ message: undefined })).catch([]),
    innererror: z
      .object({ internalexception: z.object({ message }) })
      .optional()
      .catch(undefined),
  }),
});

const unknownException = 'System.Exception';

/** A refused call as an error record, with the text that says most: the cmdlet's own before the service's. */
export function readFailure(answer: RestAnswer, cmdlet: string): ErrorRecord {
  const error = errorBody.safeParse(answer.body).data?.error;
  const detail = error?.details.find((one) => one.message)?.message;
  const { errorId, exception, text } = splitDetail(detail, answer.headers.get('x-exceptiontype'));
  const said = text ?? error?.innererror?.internalexception.message ?? error?.message ?? answer.text.trim();
  return {
    message: said === '' ? `The service answered status ${answer.status}.` : said,
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
): { errorId: string | null; exception: string; text: string | undefined } {
  const [, errorId = '', exception = '', text] = /^([^|]*)\|([^|]*)\|(.*)$/s.exec(detail ?? '') ?? [];
  return { errorId: errorId || null, exception: exception || header || unknownException, text: text ?? detail };
}

function tail(headers: ReadonlyMap<string, string>): string {
  const parts = [
    ['Server', headers.get('x-calculatedbetarget')],
    ['RequestId', headers.get('request-id')],
    ['TimeStamp', headers.get('date')],
  ];
  return `[${parts.map(([name, value]) => `${name}=${value ?? ''}`).join(',')}]`;
}
