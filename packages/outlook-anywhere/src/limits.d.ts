/** Every bound of the client, each with its reason. */
export declare const limits: {
    /** One read of a socket; larger reads cost fewer calls, 64 KB is what TLS and loopback deliver at once. */
    readonly readBuffer: number;
    /** A response head of an RPC proxy is below 2 KB; more than this is no HTTP. */
    readonly httpHead: number;
    /** Body of an HTTP error that is read past, so that NTLM can go on over the same connection. */
    readonly httpErrorBody: number;
    /** Content-Length of the IN channel: what Outlook announces. [MS-RPCH] 2.1.2.1.1 */
    readonly inChannelLength: 1073741824;
    /** Bytes in one direction after which a new virtual connection is opened: well below the 1 GiB both sides announce. */
    readonly channelBytes: number;
    /** The window announced for the OUT channel: one full answer of 256 KB with its fragment heads fits twice. */
    readonly receiveWindow: number;
    /** Asked of the proxy; it pings within half of its own timeout. [MS-RPCH] 2.2.3.5.6 */
    readonly clientKeepalive: 300000;
    /** Fragments offered in the bind: what Windows sends over HTTP. */
    readonly maxFragment: 5840;
    /** Stub bytes of one answer: 256 KB of output, as much auxiliary data, and the arguments around them. */
    readonly responseStub: number;
    /** Stub bytes of one answer of the directory: 500 rows with every attribute. */
    readonly directoryStub: number;
    /** Members asked of a group at once; Active Directory keeps groups below 5,000. */
    readonly directoryMembers: 10000;
    /** pcbOut of EcDoRpcExt2: the most the protocol allows. [MS-OXCRPC] 3.1.4.2 */
    readonly rpcOutput: 262144;
    /** Rows asked of NspiQueryRows at once. */
    readonly directoryRows: 200;
    /** Bytes of a property outside an item, as the parts of a state: the sets of a folder with a million scattered items. */
    readonly syncValue: number;
    /** Values longer than this are handed over as chunks instead of being collected by `decodeItem`. */
    readonly itemValue: number;
    /** Busy answers (RopFastTransferSourceGetBuffer 0x480) that are waited out before the call fails. */
    readonly busyAnswers: 20;
    /** Longest that a busy server is waited for at once; more is no back-off but a fault. */
    readonly busyWait: 60000;
};
