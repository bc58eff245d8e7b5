export {
  embeddedOrganisation,
  type EmbeddedOrganisation,
  type EmbeddedOrganisationOptions,
  type OrganisationClock,
} from './embedded-organisation.ts';
export { connectOnPremises, type ConnectOnPremisesOptions } from './on-premises/connect-on-premises.ts';
export { cloudErrors } from './errors.ts';
export { readSettings, writeSettings, type OrganisationSettings } from './organisation-settings.ts';
export { runService, type RunServiceOptions } from './service/run-service.ts';
export { serviceRuntime } from './service/service-runtime.ts';
export type { SmtpServer } from './mail/smtp-mailer.ts';
export type { ConnectivityTest } from './source/connectivity.ts';
export type { SourceConnection, SourceConnections } from './source/source-connection.ts';
