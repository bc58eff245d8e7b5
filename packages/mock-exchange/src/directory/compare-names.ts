// Case and accents order only what is otherwise equal. NSPI sorts by locale 0x409.
const collator = new Intl.Collator('en-US', { usage: 'sort', sensitivity: 'variant' });

/** The order of display names in every table. [MS-OXNSPI] 3.1.4.3 */
export const compareNames = (left: string, right: string): number => collator.compare(left, right);

/** The form of a name by which it is sought: case and accents do not matter to a person. */
export const foldName = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether both are the same to a person. */
export const sameName = (left: string, right: string): boolean => foldName(left) === foldName(right);
