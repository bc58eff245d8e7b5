import { isUnreadable } from '../../faults/is-unreadable.ts';
import type { HttpResponse } from '../../http/response.ts';
import { importMail } from '../../mail/import-mail.ts';
import { openMailbox } from '../../mail/open-mailbox.ts';
import { renderMessage } from '../../mail/render-message.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, requireResource } from '../dav-request.ts';
import { findPlace, mailboxUrl, resourceAt, urlNameTag } from '../resource.ts';
import { exchangePath } from '../virtual-directories.ts';
import { escapeXml } from '../write-multistatus.ts';

/** A message as it is rendered; of a folder the page that Outlook Web Access begins with. */
export async function get(request: DavRequest): Promise<HttpResponse> {
  const { context, path } = request;
  if (path.replace(/\/$/, '').toLowerCase() === exchangePath) return page(ownUrl(request));
  const { message, mailbox, href } = requireResource(request);
  if (message === undefined) return page(href);
  const { account, world } = context;
  if (isUnreadable(message, { faults: world.injector, account, mailbox })) throw davFailure(500);
  const body = await renderMessage(world.organisation, message);
  return { status: 200, headers: [['Content-Type', 'message/rfc822']], body };
}

function ownUrl({ context }: DavRequest): string {
  const mailbox = openMailbox(context.world, context.account);
  if (mailbox === undefined) throw davFailure(403);
  return mailboxUrl(context, mailbox);
}

/** By this line clients tell Exchange 2003 from others. */
const page = (base: string): HttpResponse => ({
  status: 200,
  headers: [['Content-Type', 'text/html; charset=utf-8']],
  body: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">\r\n<html>\r\n<head>\r\n<title>Microsoft Outlook Web Access</title>\r\n<base href="${escapeXml(base)}">\r\n</head>\r\n<body></body>\r\n</html>\r\n`,
});

/** Makes a message of an Internet message, under the name that the path tells; one that is there gives way to it. */
export async function put({ context, path, body }: DavRequest): Promise<HttpResponse> {
  const place = findPlace(context, path);
  if (place.name === '' || path.endsWith('/')) throw davFailure(405);
  const content = await importMail(context.world.organisation, body);
  const before = resourceAt(context, place);
  if (before !== undefined && before.message === undefined) throw davFailure(405);
  const named = { ...content, properties: [...content.properties, { tag: urlNameTag, value: place.name }] };
  place.mailbox.deliver(place.parent.id, { content: named, read: true });
  if (before?.message !== undefined) place.mailbox.deleteMessage(before.message.id);
  const href = resourceAt(context, place)!.href;
  return { status: before === undefined ? 201 : 200, headers: [['Location', href]] };
}
