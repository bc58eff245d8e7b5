export { mailDate } from './render-headers.ts';
export { renderMime } from './render-mime.ts';
export type { RenderOptions } from './render-options.ts';
