import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Environment } from '../environment.ts';
import { errors } from '../errors.ts';
import { splitText } from '../remedies.ts';
import {
  certificateError,
  certificateFacts,
  type CertificateFacts,
  isAboutTrust,
  otherName,
  verdictOf,
} from '../transport/certificate.ts';
import { openSocket } from '../transport/socket.ts';
import type { CertificateCommands } from './commands.ts';
import type { Step, StepResult } from './run-steps.ts';

interface Shown {
  readonly facts: CertificateFacts;
  /** OpenSSL's verdict, empty if there is nothing against the certificate. */
  readonly verdict: string;
  /** Whether the certificate is for a host. */
  readonly names: (host: string) => boolean;
  /** The verdict that the dates alone would have. */
  readonly period: string;
  /** Version of the connection, as `TLSv1.2`. */
  readonly version: string;
}

/** Obtains the proxy's certificate and holds it against name, authorities and dates. */
export function certificateStep(
  environment: Environment,
  { commands, principal }: { commands: CertificateCommands; principal: string | undefined },
): Step {
  const { proxy } = environment;
  const { proxy: name, tls, acceptUntrustedCertificates: acceptAny } = proxy.socket;
  let shown: Shown | undefined;

  /** A fault of the certificate is only a warning where any is accepted. */
  const judge = (verdict: string, good: StepResult): Promise<StepResult> => {
    if (verdict === '') return Promise.resolve(good);
    const fault = certificateError(verdict, { ...shown!.facts, proxy: name });
    if (!acceptAny) return Promise.reject(fault);
    const { detail, remedy } = splitText(fault);
    return Promise.resolve({ detail, warning: remedy });
  };

  return {
    id: 'certificate',
    name: "Testing the SSL certificate to make sure it's valid.",
    skip: tls ? undefined : 'The connection is not protected by SSL.',
    command: commands.obtain,
    summary: {
      success: 'The certificate passed all validation requirements.',
      failure: 'The SSL certificate failed one or more certificate validation checks.',
    },
    children: [
      {
        id: 'certificate.obtain',
        name: `Obtaining the SSL certificate from ${name}.`,
        command: commands.obtain,
        run: async (signal) => {
          shown = await obtain(environment, signal);
          const { subject, issuer, validTo } = shown.facts;
          const detail = `Subject: ${subject}. Issuer: ${issuer}. Valid until: ${validTo}. Protocol: ${shown.version}.`;
          return { detail, warning: isWeak(shown.version) ? weakVersion : undefined };
        },
      },
      {
        id: 'certificate.name',
        name: 'Validating the certificate name.',
        command: commands.name,
        run: () => judge(shown!.names(name) ? '' : otherName, nameResult(name, shown!.facts)),
      },
      {
        id: 'certificate.trust',
        name: 'Validating certificate trust.',
        command: commands.trust,
        run: () =>
          judge(isAboutTrust(shown!.verdict) ? shown!.verdict : '', {
            detail: 'The certificate is trusted and its chain was built.',
          }),
      },
      {
        id: 'certificate.dates',
        name: 'Testing the certificate date to confirm the certificate is valid.',
        command: commands.dates,
        run: () => judge(shown!.period, { detail: 'The certificate is in its period.' }),
      },
      ...(principal === undefined ? [] : [principalStep(principal, commands.name, () => shown!)]),
    ],
  };
}

/** Outlook takes only a server whose certificate has the principal name that Autodiscover tells: mutual authentication. */
function principalStep(principal: string, command: string, shown: () => Shown): Step {
  const host = principal.replace(/^msstd:/i, '');
  return {
    id: 'certificate.principal',
    name: `Testing SSL mutual authentication with the RPC proxy server, whose principal name is ${principal}.`,
    command,
    run: () => {
      const { names, facts } = shown();
      if (names(host))
        return Promise.resolve({ detail: `The principal name ${principal} was found in the certificate.` });
      return Promise.reject(errors.principalMismatch({ principal, subject: facts.subject, hosts: facts.hosts }));
    },
  };
}

/** A certificate of many names is good, but clients of old compare the first name alone. */
function nameResult(name: string, { hosts }: CertificateFacts): StepResult {
  const detail = `The host name ${name} was found in the certificate.`;
  const others = hosts.filter((host) => host.toLowerCase() !== name.toLowerCase());
  if (others.length === 0) return { detail };
  return { detail: `${detail} It holds ${hosts.length} names: ${hosts.join(', ')}.`, warning: manyNames };
}

const manyNames =
  'A certificate of many names serves a migration. Old clients, which compare the subject alone, need the name of the RPC proxy as its common name.';

const isWeak = (version: string): boolean => version === 'TLSv1' || version === 'TLSv1.1';
const weakVersion =
  'The server speaks an old version of TLS, which can be broken. Put a newer proxy in front of it, or migrate over a line that nobody else can read.';

async function obtain({ proxy }: Environment, signal: AbortSignal): Promise<Shown> {
  const target = { ...proxy.socket, acceptUntrustedCertificates: true };
  const socket = await openSocket(target, { bytes: () => undefined, end: () => undefined }, signal);
  try {
    return inspect(socket.tls!, proxy.clock.now());
  } finally {
    socket.close();
  }
}

function inspect(tls: TLSSocket, now: number): Shown {
  // Asked for once: a second call answers nothing.
  const certificate = tls.getPeerX509Certificate();
  return {
    facts: certificateFacts(certificate),
    verdict: verdictOf(tls),
    names: (host) => certificate?.checkHost(host) !== undefined,
    period: certificate ? periodVerdict(certificate, now) : '',
    version: tls.getProtocol() ?? '',
  };
}

function periodVerdict({ validFromDate, validToDate }: X509Certificate, now: number): string {
  if (now < Number(validFromDate)) return 'CERT_NOT_YET_VALID';
  return now > Number(validToDate) ? 'CERT_HAS_EXPIRED' : '';
}
