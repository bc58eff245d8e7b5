// Case and accents do not matter first, but order what is otherwise equal. NSPI sorts by locale 0x409.
const collator = new Intl.Collator('en-US', { usage: 'sort', sensitivity: 'variant' });
const prefixCollator = new Intl.Collator('en-US', { usage: 'search', sensitivity: 'base' });

/** The order of display names in every table. [MS-OXNSPI] 3.1.4.3 */
export const compareNames = (left: string, right: string): number => collator.compare(left, right);

/** Whether both are the same to a person: case and accents do not matter. */
export const sameName = (left: string, right: string): boolean => prefixCollator.compare(left, right) === 0;

/** Whether `text` begins with `prefix`, case and accents aside. */
export const startsWithName = (text: string, prefix: string): boolean => sameName(text.slice(0, prefix.length), prefix);
