/** The virtual directory of mailboxes. */
export const exchangePath = '/exchange';
/** The virtual directory of public folders. */
export const publicPath = '/public';

/** Whether a path leads to mailboxes. */
export const isExchangePath = (path: string): boolean => /^\/exchange(\/|$)/i.test(path);
/** Whether a path leads to the public folders. */
export const isPublicPath = (path: string): boolean => /^\/public(\/|$)/i.test(path);
