import { type Endpoint } from '@cutover/wire/epm';
interface InterfaceId {
    readonly uuid: string;
    readonly majorVersion: number;
    readonly minorVersion: number;
}
/** What ept_lookup is asked. */
export interface Inquiry {
    readonly inquiryType: number;
    readonly interfaceId: InterfaceId | null;
    readonly versionOption: number;
}
/** The endpoints that an inquiry means; undefined for an inquiry that makes no sense. No object is registered here. */
export declare function findEndpoints(endpoints: readonly Endpoint[], inquiry: Inquiry): readonly Endpoint[] | undefined;
/** The endpoints that serve what a tower asks for: interface, compatible version, transport. */
export declare function mapEndpoint(endpoints: readonly Endpoint[], asked: Endpoint): readonly Endpoint[];
export {};
