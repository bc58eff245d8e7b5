import { setOutlookAnywhere } from '@cutover/core';
import { cloudErrors } from '../../errors.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { assertVirtualDirectory } from '../servers.ts';

export const handler = implementOnPremises(setOutlookAnywhere, async function* (context, parameters) {
  const { Identity, ClientAuthenticationMethod, ExternalClientAuthenticationMethod } = parameters;
  const description = await context.organisation.describe(context);
  assertVirtualDirectory(description, Identity);
  const before = description.outlookAnywhere;
  if (before === null) throw cloudErrors.recipientNotFound({ identity: Identity });
  const settings = {
    externalHostname: parameters.ExternalHostname ?? before.externalHostname,
    clientAuthenticationMethod:
      ExternalClientAuthenticationMethod ?? ClientAuthenticationMethod ?? before.clientAuthenticationMethod,
    iisAuthenticationMethods: parameters.IISAuthenticationMethods ?? before.iisAuthenticationMethods,
    sslOffloading: parameters.SSLOffloading ?? before.sslOffloading,
  };
  await context.organisation.setOutlookAnywhere(settings, context);
  yield* [];
});
