import type { ObjectId } from './object-id.ts';
import type { RawValues } from './sync-stream.ts';
/** What an FXErrorInfo block tells: why an item was given up, and which if it says so. */
export interface ErrorInfo {
    readonly code: number;
    readonly id: ObjectId | undefined;
}
/** Reads the properties after FXErrorInfo; what does not follow the layout is an unspecified error. */
export declare function readErrorInfo(values: RawValues): ErrorInfo;
