import { newMigrationEndpoint } from '@cutover/core';
import { implement } from '../implement.ts';
import { toMigrationEndpoint } from '../objects/to-migration-endpoint.ts';
import { failedStep } from '../source/connectivity.ts';
import { connectionFailure } from './connection-failure.ts';
import { accountAdvice, endpointSettings, limitedConnections } from './endpoint-settings.ts';

const cmdlet = newMigrationEndpoint.definition.name;

export const handler = implement(newMigrationEndpoint, async function* (context, parameters) {
  const { settings, password } = endpointSettings(cmdlet, parameters);
  const connections = limitedConnections(cmdlet, parameters);
  const advice = accountAdvice(settings);
  if (advice) context.writeWarning(advice);
  if (!parameters.SkipVerification) {
    const step = failedStep(await context.connectivity({ settings, password }, { signal: context.signal }));
    if (step) throw connectionFailure(settings, step);
  }
  const endpoint = context.migration.createEndpoint({
    ...settings,
    password,
    name: parameters.Name!,
    ...connections,
  });
  yield { ...toMigrationEndpoint(endpoint), ObjectState: 'New' as const };
});
