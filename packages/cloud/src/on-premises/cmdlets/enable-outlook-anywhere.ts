import { enableOutlookAnywhere } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { assertServer, virtualDirectory } from '../servers.ts';
import { toOutlookAnywhere } from '../to-outlook-anywhere.ts';

export const handler = implementOnPremises(enableOutlookAnywhere, async function* (context, parameters) {
  const { ClientAuthenticationMethod, DefaultAuthenticationMethod, IISAuthenticationMethods, Server } = parameters;
  const description = await context.organisation.describe(context);
  assertServer(description, Server);
  if (description.outlookAnywhere !== null) {
    throw cloudErrors.outlookAnywhereEnabled({ identity: virtualDirectory(description) });
  }
  const method = ClientAuthenticationMethod ?? DefaultAuthenticationMethod ?? 'Basic';
  const settings = {
    externalHostname: parameters.ExternalHostname,
    clientAuthenticationMethod: method,
    iisAuthenticationMethods: IISAuthenticationMethods ?? [method],
    sslOffloading: parameters.SSLOffloading,
  };
  await context.organisation.setOutlookAnywhere(settings, context);
  yield toOutlookAnywhere(description, settings);
});
