import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { parseXml } from '../../runtime/xml/parse-xml.ts';
import { parseJson } from '../json/convert-from-json.ts';
import { bodyText, headerOf, type WebResponse } from './web-answer.ts';
import { webParameters } from './web-parameters.ts';
import { saveBody, sendRequest, webSessionOf } from './web-request.ts';
import { headerTable, relationsOf, responseObject } from './web-response.ts';

const responseMembers =
  'StatusCode StatusDescription Content RawContent Headers InputFields Links Images RawContentLength RelationLink BaseResponse'.split(
    ' ',
  );

const module = 'Microsoft.PowerShell.Utility';

export const invokeWebRequest: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-WebRequest',
  module,
  aliases: ['iwr'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeWebRequestCommand',
  outputMembers: () => responseMembers,
  defaultSet: 'StandardMethod',
  parameters: webParameters,
  create: (context) => ({
    process: () => {
      const response = sendRequest(context, webSessionOf(context));
      if (saveBody(context, response)) context.out.write(responseObject(response));
    },
  }),
};

export const invokeRestMethod: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-RestMethod',
  module,
  aliases: ['irm'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeRestMethodCommand',
  defaultSet: 'StandardMethod',
  parameters: [
    ...webParameters,
    { name: 'StatusCodeVariable', type: 'String' },
    { name: 'ResponseHeadersVariable', type: 'String', aliases: ['RHV'] },
    { name: 'FollowRelLink', type: 'SwitchParameter', aliases: ['FL'] },
    {
      name: 'MaximumFollowRelLink',
      type: 'Int32',
      aliases: ['ML'],
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
    },
  ],
  create: (context) => ({ process: () => readPages(context) }),
};

/** One answer, or with -FollowRelLink each page that the one before it names as the next. */
function readPages(context: CommandContext): void {
  const { parameters } = context;
  const shared = webSessionOf(context);
  let response = sendRequest(context, shared);
  tell(context, response);
  if (!switchOf(parameters, 'FollowRelLink')) return;
  let left = (numberOf(parameters, 'MaximumFollowRelLink') ?? Infinity) - 1;
  for (let next = relationsOf(response).get('next'); next && left > 0; left--) {
    response = sendRequest(context, shared, next);
    tell(context, response);
    next = relationsOf(response).get('next');
  }
}

function tell(context: CommandContext, response: WebResponse): void {
  const { parameters, session, out } = context;
  const status = textOf(parameters, 'StatusCodeVariable');
  const headers = textOf(parameters, 'ResponseHeadersVariable');
  if (status !== undefined) session.scope.setLocal(status, response.status);
  if (headers !== undefined) session.scope.setLocal(headers, headerTable(response));
  if (saveBody(context, response) && response.body.length > 0) out.write(contentOf(response));
}

/** JSON and XML become what they stand for. */
function contentOf(response: WebResponse): unknown {
  const text = bodyText(response);
  const type = headerOf(response, 'content-type');
  if (/xml/i.test(type)) return attemptOr(text, parseXml);
  if (/json/i.test(type) || /^\s*[[{]/.test(text)) return attemptOr(text, parseJson);
  return text;
}

function attemptOr(text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof ScriptError) return text;
    throw error;
  }
}
