import type { ProductVersion } from '@cutover/wire/emsmdb';
import { mockErrors } from '../errors.ts';

/** The versions that a server can be. */
export const exchangeVersions = ['2003', '2007', '2010'] as const;
/** Which Exchange a server is. */
export type ExchangeVersion = (typeof exchangeVersions)[number];

/** What one version of Exchange does otherwise than another. */
export interface ExchangeProfile {
  readonly name: ExchangeVersion;
  /** As EcDoConnectEx and Autodiscover tell it. */
  readonly version: ProductVersion;
  /** What the web server of its time calls itself. */
  readonly webServer: string;
  readonly hasAutodiscover: boolean;
  /** Names the URLs of the Web Services as 2010 does, besides those that 2007 knows. */
  readonly namesEwsUrl: boolean;
}

/** Each with its last service pack and the Windows that it usually ran on. Source: Exchange build numbers, aka.ms/ExchangeBuilds. */
export const exchangeProfiles: Readonly<Record<ExchangeVersion, ExchangeProfile>> = {
  '2003': {
    name: '2003',
    version: [6, 5, 7638, 1],
    webServer: 'Microsoft-IIS/6.0',
    hasAutodiscover: false,
    namesEwsUrl: false,
  },
  '2007': {
    name: '2007',
    version: [8, 3, 83, 6],
    webServer: 'Microsoft-IIS/7.0',
    hasAutodiscover: true,
    namesEwsUrl: false,
  },
  '2010': {
    name: '2010',
    version: [14, 3, 123, 4],
    webServer: 'Microsoft-IIS/7.5',
    hasAutodiscover: true,
    namesEwsUrl: true,
  },
};

/** The profile of a name, which need not come from a typed program. */
export function exchangeProfileOf(name: ExchangeVersion): ExchangeProfile {
  if (!Object.hasOwn(exchangeProfiles, name)) {
    throw mockErrors.unknownChoice({ option: 'profile', value: name, known: exchangeVersions });
  }
  return exchangeProfiles[name];
}

/** The word in which Autodiscover tells a version, e.g. 738180DA for 14.1.218. [MS-OXDSCLI] 2.2.4.1.1.2.10.40 */
export function versionWord([major, minor, build]: ProductVersion): string {
  const word = (0x7000_0000 | (major << 22) | (minor << 16) | 0x8000 | build) >>> 0;
  return word.toString(16).toUpperCase();
}
