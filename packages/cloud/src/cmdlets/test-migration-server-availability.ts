import type { SdkError } from '@cutover/base';
import {
  exceptionOf,
  migrationErrors,
  testMigrationServerAvailability,
  type AnyParametersOf,
  type TestMigrationServerAvailabilityOutcome,
} from '@cutover/core';
import { type ConnectivityNode, type Discovery, withAutodiscover } from '@cutover/outlook-anywhere';
import { implement, type CmdletContext } from '../implement.ts';
import { failedStep, warnedSteps } from '../source/connectivity.ts';
import { noteTest } from '../plan/last-test.ts';
import { connectivityDetail } from '../source/connectivity-steps.ts';
import { connectionFailure, errorDetail } from './connection-failure.ts';
import { byHand, discoveredSettings } from './discovered-settings.ts';
import { accountAdvice, endpointSettings, type SourceSettings } from './endpoint-settings.ts';

type Parameters = AnyParametersOf<typeof testMigrationServerAvailability.definition>;
type Outcome = TestMigrationServerAvailabilityOutcome;

const cmdlet = testMigrationServerAvailability.definition.name;

/** A connection that fails is a result, not an error: the cmdlet answers an object in every case but a wrong call. */
export const handler = implement(testMigrationServerAvailability, async function* (context, parameters) {
  const { Detailed = false, TimeoutSeconds } = parameters;
  const timeLimit = TimeoutSeconds && TimeoutSeconds * 1000;
  const { tree, outcome, subject } = parameters.Autodiscover
    ? await testDiscovered(context, parameters, timeLimit)
    : await test(context, givenSource(context, parameters), { timeLimit });
  noteTest(context.values, tree);
  yield {
    ...outcome,
    Detail: Detailed ? connectivityDetail(tree, { subject, at: new Date(context.clock.now()) }) : null,
  };
});

/** A test with all its steps, and what the product says of it. */
interface Tested {
  readonly tree: ConnectivityNode;
  readonly outcome: Outcome;
  readonly subject: string;
}

const subjectOf = ({ settings: { exchangeServer, rpcProxyServer, username } }: SourceSettings): string =>
  `${exchangeServer} by way of ${rpcProxyServer}, as ${username}`;

function givenSource(context: CmdletContext, parameters: Parameters): SourceSettings {
  const { Endpoint, RPCProxyServer, ...rest } = parameters;
  if (Endpoint === undefined) return endpointSettings(cmdlet, { ...rest, RpcProxyServer: RPCProxyServer });
  const endpoint = context.migration.findEndpoint(Endpoint);
  if (!endpoint) throw migrationErrors.endpointNotFound({ identity: Endpoint });
  return { settings: endpoint, password: context.endpointPassword(endpoint) };
}

async function testDiscovered(
  context: CmdletContext,
  parameters: Parameters,
  timeLimit: number | undefined,
): Promise<Tested> {
  const { discovery, source } = await discoveredSettings(context, cmdlet, { ...parameters, timeLimit });
  if (source) {
    const left = timeLimit && Math.max(1, timeLimit - discovery.durationMs);
    const tested = await test(context, source, { timeLimit: left });
    return { ...tested, tree: withAutodiscover(discovery, tested.tree) };
  }
  context.writeWarning(byHand);
  const subject = `${parameters.EmailAddress} by Autodiscover, as ${parameters.Credentials?.userName}`;
  return { tree: withAutodiscover(discovery, undefined), outcome: undiscovered(discovery), subject };
}

/** The product's own words, and behind them every place that was asked. */
function undiscovered({ failure, attempts }: Discovery): Outcome {
  const error = migrationErrors.autodiscoverFailed({});
  const inner = (failure?.cause as SdkError | undefined) ?? failure;
  const chain = `${exceptionOf(error.code)}: ${error.message} ---> System.Net.WebException: ${inner?.message}`;
  return failed(error.message, [chain, ...attempts.map(({ place, detail }) => `   ${place}: ${detail}`)].join('\n'));
}

async function test(
  context: CmdletContext,
  source: SourceSettings,
  { timeLimit }: { timeLimit: number | undefined },
): Promise<Tested> {
  const advice = accountAdvice(source.settings);
  if (advice) context.writeWarning(advice);
  const subject = subjectOf(source);
  const tree = await context.connectivity(source, { signal: context.signal, timeLimit });
  for (const step of warnedSteps(tree)) context.writeWarning([step.detail, step.remedy].filter(Boolean).join(' '));
  const step = failedStep(tree);
  const supportsCutover = !context.directorySynchronization && !context.singleSignOn;
  if (!step) return { tree, subject, outcome: succeeded(source.settings, { supportsCutover }) };
  const failure = connectionFailure(source.settings, step);
  return { tree, subject, outcome: failed(failure.message, errorDetail(failure, step)) };
}

const always = { IsValid: true, Identity: '', ObjectState: 'New', Detail: null } as const;

function succeeded(settings: SourceSettings['settings'], { supportsCutover }: { supportsCutover: boolean }): Outcome {
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
