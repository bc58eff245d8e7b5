import type { TLSSocket } from 'node:tls';
/** What the server's certificate says of itself. */
export interface CertificateFacts {
    readonly subject: string;
    readonly issuer: string;
    readonly validTo: string;
}
/** Reads subject, issuer and end of validity of the peer's certificate. */
export declare function certificateFacts(socket: TLSSocket): CertificateFacts;
/** Throws the error that says what is wrong with the peer's certificate, unless any is accepted. */
export declare function assertCertificate(socket: TLSSocket, { proxy, acceptUntrustedCertificates }: {
    proxy: string;
    acceptUntrustedCertificates: boolean;
}): void;
