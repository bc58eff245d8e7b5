/** The order of display names in every table. [MS-OXNSPI] 3.1.4.3 */
export declare const compareNames: (left: string, right: string) => number;
/** Whether both are the same to a person: case and accents do not matter. */
export declare const sameName: (left: string, right: string) => boolean;
/** Whether `text` begins with `prefix`, case and accents aside. */
export declare const startsWithName: (text: string, prefix: string) => boolean;
