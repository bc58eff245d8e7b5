import { mockErrors } from '../errors.ts';

const dayMs = 86_400_000;
/** How long a good certificate is valid; a mock lives for a test, or for a rehearsal of some weeks. */
const lifetimeDays = 397;

/** What is odd about a server's certificate. */
interface Oddity {
  /** From and to, in days. */
  readonly days?: readonly [from: number, to: number];
  /** Names instead of the server's. */
  readonly names?: (own: readonly string[]) => readonly string[];
  /** Who signs it: the authority that clients trust, an authority between whose certificate is not sent, or itself. */
  readonly signedBy?: 'authority' | 'unsentAuthority' | 'itself';
}

/** Kinds of certificate that a server may have. */
const oddities = {
  trusted: {},
  'self-signed': { signedBy: 'itself' },
  expired: { days: [-400, -1] },
  'not-yet-valid': { days: [1, 400] },
  'wrong-name': { names: () => ['www.example.net'] },
  'many-names': { names: (own) => [...own, ...unified(own[0]!)] },
  'broken-chain': { signedBy: 'unsentAuthority' },
} as const satisfies Record<string, Oddity>;

/** What can be odd about a server's certificate. */
export type CertificateKind = keyof typeof oddities;
/** All kinds, by name. */
export const certificateKinds = Object.keys(oddities) as CertificateKind[];

/** The names that a certificate of unified communications usually holds besides the first. */
function unified(first: string): string[] {
  const domain = first.slice(first.indexOf('.') + 1);
  return ['autodiscover', 'owa', 'legacy', 'smtp'].map((host) => `${host}.${domain}`).filter((name) => name !== first);
}

/** What a certificate of this kind says. */
export interface CertificateContent {
  readonly names: readonly [string, ...string[]];
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly signedBy: NonNullable<Oddity['signedBy']>;
}

/**
 * What a certificate of a kind, which need not come from a typed program, says of these names. A good one holds at every one
 * of these times, one that is over or has not begun holds at none.
 */
export function certificateContent(
  kind: CertificateKind,
  { names, times }: { names: readonly [string, ...string[]]; times: readonly number[] },
): CertificateContent {
  if (!Object.hasOwn(oddities, kind)) {
    throw mockErrors.unknownChoice({ option: 'certificate', value: kind, known: certificateKinds });
  }
  const { days: [from, to] = [-1, lifetimeDays], names: named, signedBy = 'authority' }: Oddity = oddities[kind];
  const [earliest, latest] = [Math.min(...times), Math.max(...times)];
  return {
    names: [...new Set(named?.(names) ?? names)] as [string, ...string[]],
    notBefore: new Date((from < 0 ? earliest : latest) + from * dayMs),
    notAfter: new Date((to < 0 ? earliest : latest) + to * dayMs),
    signedBy,
  };
}
