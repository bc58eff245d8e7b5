import { type Endpoint, inquiryType } from '@cutover/wire/epm';

/** How the version of an interface may differ from the one asked for. C706 appendix O */
const versionOption = { all: 1, compatible: 2, exact: 3, majorOnly: 4, upTo: 5 } as const;

interface InterfaceId {
  readonly uuid: string;
  readonly majorVersion: number;
  readonly minorVersion: number;
}

const isVersion: Readonly<Record<number, (found: Endpoint, asked: InterfaceId) => boolean>> = {
  [versionOption.all]: () => true,
  [versionOption.compatible]: (found, asked) =>
    found.majorVersion === asked.majorVersion && found.minorVersion >= asked.minorVersion,
  [versionOption.exact]: (found, asked) =>
    found.majorVersion === asked.majorVersion && found.minorVersion === asked.minorVersion,
  [versionOption.majorOnly]: (found, asked) => found.majorVersion === asked.majorVersion,
  [versionOption.upTo]: (found, asked) =>
    found.majorVersion < asked.majorVersion ||
    (found.majorVersion === asked.majorVersion && found.minorVersion <= asked.minorVersion),
};

/** What ept_lookup is asked. */
export interface Inquiry {
  readonly inquiryType: number;
  readonly interfaceId: InterfaceId | null;
  readonly versionOption: number;
}

/** The endpoints that an inquiry means; undefined for an inquiry that makes no sense. No object is registered here. */
export function findEndpoints(endpoints: readonly Endpoint[], inquiry: Inquiry): readonly Endpoint[] | undefined {
  const { interfaceId } = inquiry;
  if (inquiry.inquiryType === inquiryType.all) return endpoints;
  if (inquiry.inquiryType === inquiryType.byObject || inquiry.inquiryType === inquiryType.byBoth) return [];
  const hasVersion = isVersion[inquiry.versionOption];
  if (inquiry.inquiryType !== inquiryType.byInterface || interfaceId === null || hasVersion === undefined) {
    return undefined;
  }
  return endpoints.filter((found) => found.interfaceUuid === interfaceId.uuid && hasVersion(found, interfaceId));
}

/** The endpoints that serve what a tower asks for: interface, compatible version, transport. */
export function mapEndpoint(endpoints: readonly Endpoint[], asked: Endpoint): readonly Endpoint[] {
  return endpoints.filter(
    (found) =>
      found.interfaceUuid === asked.interfaceUuid &&
      found.majorVersion === asked.majorVersion &&
      found.minorVersion >= asked.minorVersion &&
      found.transport === asked.transport,
  );
}
