import type { Infer } from '../codec.ts';
import { le } from '../le.ts';

/** An interface or a transfer syntax with its version. [C706] 12.6.3.1 p_syntax_id_t */
export const syntaxId = le.struct('SyntaxId', { uuid: le.guid, majorVersion: le.u16, minorVersion: le.u16 });
/** An interface or a transfer syntax with its version. */
export type SyntaxId = Infer<typeof syntaxId>;

/** NDR, the one transfer syntax that is spoken here. [C706] appendix I */
export const ndrSyntax: SyntaxId = { uuid: '8a885d04-1ceb-11c9-9fe8-08002b104860', majorVersion: 2, minorVersion: 0 };

/** NDR64, which Exchange 2003 does not know. [MS-RPCE] 2.2.4.12 */
export const ndr64Syntax: SyntaxId = {
  uuid: '71710533-beba-4937-8319-b5dbef9ccc36',
  majorVersion: 1,
  minorVersion: 0,
};

const featurePrefix = '6cb71c2c-9812-4540-';

/** Whether a transfer syntax is in truth a question for features. [MS-RPCE] 3.3.1.5.3 bind time feature negotiation */
export function isFeatureNegotiation(syntax: SyntaxId): boolean {
  return syntax.uuid.startsWith(featurePrefix) && syntax.uuid.endsWith('-000000000000');
}

/** Whether both name the same, version included. */
export function sameSyntax(left: SyntaxId, right: SyntaxId): boolean {
  return (
    left.uuid === right.uuid && left.majorVersion === right.majorVersion && left.minorVersion === right.minorVersion
  );
}
