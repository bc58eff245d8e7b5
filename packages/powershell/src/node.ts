export { nodeFiles } from './host/node/node-files.ts';
