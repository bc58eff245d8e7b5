export { dateFromFiletime, filetimeFromDate } from './filetime.ts';
export { emptyGuid, formatGuid, parseGuid } from './guid.ts';
