import { type Codec, type Infer, le } from '../le.ts';
import { ndrSyntax } from '../rpc/syntax.ts';

/** Which protocol a floor of a tower names. C706 appendix I */
export const floorProtocol = {
  tcp: 0x07,
  ip: 0x09,
  connectionOrientedRpc: 0x0b,
  uuid: 0x0d,
  http: 0x1f,
} as const;

/*
 * floor: | lhs length u16 | protocol u8 | protocol data | rhs length u16 | rhs |
 */
const leftHand = le.struct('LHS', { protocol: le.u8, data: le.restBytes });
const floor = le.struct('FLOOR', { left: le.sized(le.u16, leftHand), right: le.prefixed(le.u16) });
/** A layer of a tower: a protocol and where it is found in it. */
export type Floor = Infer<typeof floor>;

/** A tower's octets: the floors from the interface down to the host's address. C706 appendix L */
export const tower: Codec<Floor[]> = le.counted(le.u16, floor);

const syntaxData = le.struct('SYNTAX', { uuid: le.guid, majorVersion: le.u16 });

/** What an endpoint is found by, and where it is. */
export interface Endpoint {
  readonly interfaceUuid: string;
  readonly majorVersion: number;
  readonly minorVersion: number;
  /** The transport's floor: `floorProtocol.http` or `.tcp`. */
  readonly transport: number;
  readonly port: number;
  /** IPv4 address as four bytes; zeros when the client asks. */
  readonly address: Uint8Array;
}

const syntaxFloor = (uuid: string, majorVersion: number, minorVersion: number): Floor => ({
  left: { protocol: floorProtocol.uuid, data: syntaxData.encode({ uuid, majorVersion }) },
  right: le.u16.encode(minorVersion),
});

/** The tower of an endpoint: interface, NDR, connection-oriented RPC, transport with its port, IP address. */
export function towerOf(endpoint: Endpoint): Floor[] {
  const { interfaceUuid, majorVersion, minorVersion, transport, port, address } = endpoint;
  const empty = new Uint8Array(0);
  return [
    syntaxFloor(interfaceUuid, majorVersion, minorVersion),
    syntaxFloor(ndrSyntax.uuid, ndrSyntax.majorVersion, ndrSyntax.minorVersion),
    { left: { protocol: floorProtocol.connectionOrientedRpc, data: empty }, right: le.u16.encode(0) },
    { left: { protocol: transport, data: empty }, right: le.u16be.encode(port) },
    { left: { protocol: floorProtocol.ip, data: empty }, right: address },
  ];
}

/** The endpoint that a tower describes; undefined for a tower of another make (a named pipe, a missing floor). */
export function endpointOf(floors: readonly Floor[]): Endpoint | undefined {
  const [named, , , transport, host] = floors;
  if (named === undefined || transport === undefined) return undefined;
  if (named.left.protocol !== floorProtocol.uuid || named.left.data.length !== 18) return undefined;
  if (named.right.length !== 2 || transport.right.length !== 2) return undefined;
  const { uuid, majorVersion } = syntaxData.decode(named.left.data);
  return {
    interfaceUuid: uuid,
    majorVersion,
    minorVersion: le.u16.decode(named.right),
    transport: transport.left.protocol,
    port: le.u16be.decode(transport.right),
    address: host?.right ?? new Uint8Array(4),
  };
}
