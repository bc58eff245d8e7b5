interface Handle {
    attributes: number;
    uuid: string;
}
/** The handle of a look-up that is finished, or that has not begun. */
export declare const noHandle: Handle;
/**
 * The handle of a look-up that goes on at entry `next`. The place stands in the handle itself, so that look-ups which
 * clients leave unfinished cost the server nothing.
 */
export declare const handleAt: (next: number) => Handle;
/** Where a look-up goes on; a fault for a handle that this server has not made. */
export declare function placeOf({ uuid }: Handle): number;
export {};
