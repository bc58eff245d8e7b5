/**
 * The entry `@cutover/cloud/client`: calls the service of a data folder, and loads nothing of the organisation itself,
 * so that a command starts fast.
 */
export { connectOnPremises, type ConnectOnPremisesOptions } from './on-premises/connect-on-premises.ts';
export { connectionsOf } from './organisation-settings.ts';
export type { SourceConnections } from './source/source-connection.ts';
export { connectService, endService, type ConnectServiceOptions } from './service/connect-service.ts';
