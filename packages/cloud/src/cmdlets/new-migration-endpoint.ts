import { migrationErrors, newMigrationEndpoint } from '@cutover/core';
import { implement, type CmdletContext } from '../implement.ts';
import { toMigrationEndpoint } from '../objects/to-migration-endpoint.ts';
import { assertReachable } from './connection-failure.ts';
import { byHand, discoveredSettings } from './discovered-settings.ts';
import {
  accountAdvice,
  endpointSettings,
  limitedConnections,
  type SourceParameters,
  type SourceSettings,
} from './endpoint-settings.ts';

const cmdlet = newMigrationEndpoint.definition.name;

export const handler = implement(newMigrationEndpoint, async function* (context, parameters) {
  const source = parameters.Autodiscover ? await discovered(context, parameters) : endpointSettings(cmdlet, parameters);
  const { settings, password } = source;
  const connections = limitedConnections(cmdlet, parameters);
  const advice = accountAdvice(settings);
  if (advice) context.writeWarning(advice);
  if (!parameters.SkipVerification) await assertReachable(context, source);
  const endpoint = context.migration.createEndpoint({
    ...settings,
    password,
    name: parameters.Name!,
    ...connections,
  });
  yield { ...toMigrationEndpoint(endpoint), ObjectState: 'New' as const };
});

async function discovered(context: CmdletContext, parameters: SourceParameters): Promise<SourceSettings> {
  const { discovery, source } = await discoveredSettings(context, cmdlet, parameters);
  if (source) return source;
  context.writeWarning(byHand);
  throw migrationErrors.autodiscoverFailed({}, discovery.failure && { cause: discovery.failure });
}
