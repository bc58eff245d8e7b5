import type { Environment } from '../environment.ts';
import { parseIdentity } from '../transport/identity.ts';

/** Commands with which an administrator tries a step by hand; passwords are asked for, never shown. */
export function commandsFor({ proxy, exchangeServer }: Environment) {
  const { proxy: host, port } = proxy.socket;
  const { domain, userName } = parseIdentity(proxy.credential.userName);
  const who = `${userName},${domain},*`;
  const scheme = proxy.authentication === 'NTLM' ? 2 : 1;
  const rpcPing = `rpcping -t ncacn_http -s ${exchangeServer} -o RpcProxy=${host} -P "${who}" -I "${who}" -H ${scheme} -u 10 -a connect -F 3 -v 3`;
  return {
    dns: `nslookup ${host}`,
    tcp: `Test-NetConnection ${host} -Port ${port}`,
    certificate: certificateCommands(host, port),
    http: `curl -i -X RPC_OUT_DATA "https://${host}${port === 443 ? '' : `:${port}`}/rpc/rpcproxy.dll?${exchangeServer}:6002"`,
    proxy: `${rpcPing} -E -R none`,
    port: (number: number): string => `${rpcPing} -e ${number}`,
  };
}

/** Commands that show a certificate and try each thing that may be wrong with it. */
export interface CertificateCommands {
  readonly obtain: string;
  readonly name: string;
  readonly trust: string;
  readonly dates: string;
}

function certificateCommands(host: string, port: number): CertificateCommands {
  const obtain = `openssl s_client -connect ${host}:${port} -servername ${host}`;
  const show = (what: string): string => `${obtain} </dev/null | openssl x509 -noout ${what}`;
  return {
    obtain,
    name: show('-subject -ext subjectAltName'),
    trust: `${obtain} -showcerts -verify_return_error`,
    dates: show('-dates'),
  };
}
