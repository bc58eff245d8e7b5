export { rfrInterface, serverDnLength } from './rfr-interface.ts';
