import { isSdkError } from '@cutover/base';
import {
  exceptionOf,
  migrationErrors,
  testMigrationServerAvailability,
  type AnyParametersOf,
  type TestMigrationServerAvailabilityOutcome,
} from '@cutover/core';
import type { EndpointSettings } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { failedStep, warnedSteps } from '../source/connectivity.ts';
import { connectivityDetail } from '../source/connectivity-steps.ts';
import { connectionFailure, errorDetail } from './connection-failure.ts';
import { accountAdvice, endpointSettings } from './endpoint-settings.ts';

type Parameters = AnyParametersOf<typeof testMigrationServerAvailability.definition>;
type Outcome = TestMigrationServerAvailabilityOutcome;
interface TestedSource {
  settings: Omit<EndpointSettings, 'name'>;
  password: string;
}

/** A connection that fails is a result, not an error: the cmdlet answers an object in every case but a wrong call. */
export const handler = implement(testMigrationServerAvailability, async function* (context, parameters) {
  let source: TestedSource;
  try {
    source = sourceOf(context, parameters);
  } catch (error) {
    if (!isSdkError(error, 'migration.autodiscoverFailed')) throw error;
    context.writeWarning(byHand);
    return yield failed(error.message, `${exceptionOf(error.code)}: ${error.message}`);
  }
  yield await test(context, source, { detailed: parameters.Detailed ?? false });
});

const byHand =
  'An Exchange 2003 organization has no Autodiscover service. Name its servers by -ExchangeServer and -RPCProxyServer.';

function sourceOf(context: CmdletContext, parameters: Parameters): TestedSource {
  const { Endpoint, RPCProxyServer, ...rest } = parameters;
  const cmdlet = testMigrationServerAvailability.definition.name;
  if (Endpoint === undefined) return endpointSettings(cmdlet, { ...rest, RpcProxyServer: RPCProxyServer });
  const endpoint = context.migration.findEndpoint(Endpoint);
  if (!endpoint) throw migrationErrors.endpointNotFound({ identity: Endpoint });
  return { settings: endpoint, password: context.endpointPassword(endpoint) };
}

async function test(
  context: CmdletContext,
  source: TestedSource,
  { detailed }: { detailed: boolean },
): Promise<Outcome> {
  const advice = accountAdvice(source.settings);
  if (advice) context.writeWarning(advice);
  const tree = await context.connectivity(source, { signal: context.signal });
  for (const step of warnedSteps(tree)) context.writeWarning([step.detail, step.remedy].filter(Boolean).join(' '));
  const Detail = detailed ? connectivityDetail(tree) : null;
  const step = failedStep(tree);
  const supportsCutover = !context.directorySynchronization && !context.singleSignOn;
  if (!step) return { ...succeeded(source.settings, { supportsCutover }), Detail };
  const failure = connectionFailure(source.settings, step);
  return { ...failed(failure.message, errorDetail(failure, step)), Detail };
}

const always = { IsValid: true, Identity: '', ObjectState: 'New', Detail: null } as const;

function succeeded(
  settings: Omit<EndpointSettings, 'name'>,
  { supportsCutover }: { supportsCutover: boolean },
): Outcome {
  const ConnectionSettings = {
    ExchangeServer: settings.exchangeServer,
    RpcProxyServer: settings.rpcProxyServer,
    Authentication: settings.authentication === 'NTLM' ? 'Ntlm' : 'Basic',
    MailboxPermission: settings.mailboxPermission,
    Username: settings.username,
    UseAutoDiscover: settings.autodiscovered ?? false,
  } as const;
  return {
    Result: 'Success',
    Message: '',
    ConnectionSettings,
    SupportsCutover: supportsCutover,
    ErrorDetail: '',
    ...always,
  };
}

function failed(message: string, detail: string): Outcome {
  return {
    Result: 'Failed',
    Message: message,
    ConnectionSettings: null,
    SupportsCutover: false,
    ErrorDetail: detail,
    ...always,
  };
}
