import type { AutodiscoverAttempt, Discovery } from '../autodiscover/discovery.ts';
import { splitText } from '../remedies.ts';
import type { ConnectivityNode, ConnectivityStatus } from './connectivity-node.ts';

/** A search for settings as a step of the connectivity test, with every place that was asked below it. */
export function autodiscoverNode({
  emailAddress,
  settings,
  failure,
  attempts,
  durationMs,
}: Discovery): ConnectivityNode {
  const found = settings && {
    status: 'success' as const,
    detail: `The settings were found at ${settings.url}: RPC proxy ${settings.rpcProxyServer}, mailbox server ${settings.exchangeServer}.`,
    remedy: '',
  };
  return {
    id: 'autodiscover',
    name: `Attempting to find the settings of ${emailAddress} by Autodiscover.`,
    command: `curl -i https://autodiscover.${emailAddress.slice(emailAddress.indexOf('@') + 1)}/autodiscover/autodiscover.xml`,
    ...(found ?? { status: 'failed', ...splitText(failure!), errorCode: failure!.code }),
    durationMs,
    children: attempts.map((attempt) => attemptNode(attempt)),
  };
}

// A place without settings is in order as long as another one has them; whether none has is the parent's affair.
const statuses: Readonly<Record<AutodiscoverAttempt['outcome'], ConnectivityStatus>> = {
  settings: 'success',
  redirection: 'success',
  failed: 'skipped',
};

function attemptNode({ place, outcome, detail, errorCode, durationMs }: AutodiscoverAttempt): ConnectivityNode {
  const [, host] = /^SRV (.*)$/.exec(place) ?? [];
  return {
    id: `autodiscover.${host ? 'record' : 'place'}`,
    name: host ? `Looking for the SRV record ${host}.` : `Asking ${place}.`,
    status: statuses[outcome],
    detail,
    remedy: '',
    command: host ? `nslookup -type=SRV ${host}` : `curl -i ${place}`,
    errorCode,
    durationMs,
    children: [],
  };
}

/** A connectivity test that began by a search for the settings; without them there is nothing else in it. */
export function withAutodiscover(discovery: Discovery, tree: ConnectivityNode | undefined): ConnectivityNode {
  const node = autodiscoverNode(discovery);
  if (tree) return { ...tree, durationMs: tree.durationMs + node.durationMs, children: [node, ...tree.children] };
  return {
    id: 'rpcHttp',
    name: 'Testing RPC/HTTP connectivity.',
    status: 'failed',
    detail: 'The RPC/HTTP test failed.',
    remedy: '',
    command: '',
    durationMs: node.durationMs,
    children: [node],
  };
}
