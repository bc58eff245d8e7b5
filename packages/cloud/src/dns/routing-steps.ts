import { utcText } from '../objects/utc-text.ts';
import {
  cloudAutodiscover,
  cloudHostOf,
  cloudSpf,
  isCloudHost,
  namesCloud,
  shortTimeToLive,
  type MailRouting,
} from './mail-routing.ts';

type Step = string | false;

/** What is left to do until all mail goes to the cloud, and clients find it there; `safeAfter` is when a migration may be completed. */
export function routingSteps(routing: MailRouting, { safeAfter }: { safeAfter: Date | undefined }): string[] {
  const { domain, exists, routesToCloud } = routing;
  if (!exists)
    return [`DNS does not know ${domain}: see that it is spelled right, or name another server by -Resolver.`];
  const wait =
    safeAfter !== undefined &&
    `Wait until ${utcText(safeAfter)} before you complete the migration: until then mail may still go to the source.`;
  const steps = routesToCloud ? [wait] : [timeToLiveStep(routing), exchangerStep(routing)];
  return [...steps, autodiscoverStep(routing), spfStep(routing)].filter((step) => step !== false);
}

const timeToLiveStep = ({ timeToLive = 0 }: MailRouting): Step =>
  timeToLive > shortTimeToLive &&
  `Lower the TTL of the MX record from ${timeToLive} to ${shortTimeToLive} seconds, some days before it is changed.`;

function exchangerStep({ domain, mailExchangers }: MailRouting): Step {
  const others = mailExchangers.filter((host) => !isCloudHost(host));
  const host = cloudHostOf(domain);
  if (mailExchangers.length === 0) {
    return `There is no MX record: when all mailboxes are synchronized, make one that points at ${host}.`;
  }
  if (others.length < mailExchangers.length) {
    return `Take away the MX records that lead elsewhere, so that all mail goes to the cloud: ${others.join(', ')}.`;
  }
  const rest = others.length > 1 ? ', and take the others away' : '';
  return `When all mailboxes are synchronized, point the MX record at ${host}${rest}.`;
}

function autodiscoverStep({ autodiscover, domain }: MailRouting): Step {
  if (autodiscover === cloudAutodiscover) return false;
  return autodiscover === undefined
    ? `Make a CNAME record autodiscover.${domain} that points at ${cloudAutodiscover}.`
    : `Point the CNAME record autodiscover.${domain} at ${cloudAutodiscover}; it leads to ${autodiscover}.`;
}

function spfStep(routing: MailRouting): Step {
  const { domain, spfCount } = routing;
  if (namesCloud(routing)) return false;
  if (spfCount === 0) return `Make a TXT record of ${domain} for SPF: v=spf1 ${cloudSpf} -all`;
  if (spfCount > 1)
    return `Make one SPF record of the ${spfCount} of ${domain}, with ${cloudSpf}: of several none counts.`;
  return `Add ${cloudSpf} to the SPF record of ${domain}.`;
}
