export { interfaceId, type InterfaceId, mgmtInterface } from './mgmt-interface.ts';
