import type { TLSSocket } from 'node:tls';
import type { SdkError } from '@cutover/base';
import type { Environment } from '../environment.ts';
import { errors } from '../errors.ts';
import { splitText } from '../remedies.ts';
import { certificateFacts, type CertificateFacts } from '../transport/certificate.ts';
import { openSocket } from '../transport/socket.ts';
import type { Step, StepResult } from './run-steps.ts';

interface Shown {
  readonly facts: CertificateFacts;
  /** OpenSSL's verdict, empty if there is nothing against the certificate. */
  readonly verdict: string;
  readonly mismatch: boolean;
  readonly outOfDate: boolean;
  /** Version of the connection, as `TLSv1.2`. */
  readonly version: string;
}

/** Obtains the proxy's certificate and holds it against name, authorities and dates. */
export function certificateStep(environment: Environment, command: string): Step {
  const { proxy } = environment;
  const { proxy: name, tls, acceptUntrustedCertificates: acceptAny } = proxy.socket;
  let shown: Shown | undefined;

  /** A fault of the certificate is only a warning where any is accepted. */
  const judge = (fault: SdkError | undefined, good: string): Promise<StepResult> => {
    if (!fault) return Promise.resolve({ detail: good });
    if (!acceptAny) return Promise.reject(fault);
    return Promise.resolve({ detail: splitText(fault).detail, warning: splitText(fault).remedy });
  };
  const factsFor = () => ({ proxy: name, subject: shown!.facts.subject, issuer: shown!.facts.issuer });

  return {
    id: 'certificate',
    name: "Testing the SSL certificate to make sure it's valid.",
    skip: tls ? undefined : 'The connection is not protected by SSL.',
    command,
    summary: {
      success: 'The certificate passed all validation requirements.',
      failure: 'The SSL certificate failed one or more certificate validation checks.',
    },
    children: [
      {
        id: 'certificate.obtain',
        name: `Obtaining the SSL certificate from ${name}.`,
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
        run: () =>
          judge(
            shown!.mismatch ? errors.certificateNameMismatch(factsFor()) : undefined,
            `The host name ${name} was found in the certificate.`,
          ),
      },
      {
        id: 'certificate.trust',
        name: 'Validating certificate trust.',
        run: () =>
          judge(
            isUntrusted(shown!) ? errors.certificateNotTrusted(factsFor()) : undefined,
            'The certificate is trusted and its chain was built.',
          ),
      },
      {
        id: 'certificate.dates',
        name: 'Testing the certificate date to confirm the certificate is valid.',
        run: () =>
          judge(
            shown!.outOfDate ? errors.certificateExpired(factsFor()) : undefined,
            'The certificate is in its period.',
          ),
      },
    ],
  };
}

const isWeak = (version: string): boolean => version === 'TLSv1' || version === 'TLSv1.1';
const weakVersion =
  'The server speaks an old version of TLS, which can be broken. Put a newer proxy in front of it, or migrate over a line that nobody else can read.';

async function obtain({ proxy }: Environment, signal: AbortSignal): Promise<Shown> {
  const target = { ...proxy.socket, acceptUntrustedCertificates: true };
  const socket = await openSocket(target, { bytes: () => undefined, end: () => undefined }, signal);
  try {
    return inspect(socket.tls!, proxy.socket.proxy, proxy.clock.now());
  } finally {
    socket.close();
  }
}

function inspect(tls: TLSSocket, name: string, now: number): Shown {
  // Asked for once: a second call answers nothing.
  const certificate = tls.getPeerX509Certificate();
  const error: unknown = tls.authorizationError;
  return {
    facts: certificateFacts(certificate),
    verdict: tls.authorized ? '' : String(error),
    mismatch: certificate?.checkHost(name) === undefined,
    version: tls.getProtocol() ?? '',
    outOfDate: !certificate || now < Number(certificate.validFromDate) || now > Number(certificate.validToDate),
  };
}

const otherFaults = new Set(['', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

function isUntrusted({ verdict }: Shown): boolean {
  return !otherFaults.has(verdict);
}
