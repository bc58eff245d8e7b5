import type { CallOptions, OutlookAnywhereOptions } from './options.ts';
import type { OutlookAnywhereSession } from './session.ts';
/**
 * Signs in to an organisation through its RPC proxy: opens its address book, which proves name, certificate, credential and
 * ports, and looks up the account there.
 */
export declare function connectOutlookAnywhere(options: OutlookAnywhereOptions, call?: CallOptions): Promise<OutlookAnywhereSession>;
