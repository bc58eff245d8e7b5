import { coreErrors, newMigrationEndpoint } from '@cutover/core';
import { implement } from '../implement.ts';
import { toMigrationEndpoint } from '../objects/to-migration-endpoint.ts';
import { failedStep } from '../source/connectivity.ts';
import { connectionFailure } from './connection-failure.ts';
import { endpointSettings } from './endpoint-settings.ts';

const cmdlet = newMigrationEndpoint.definition.name;

export const handler = implement(newMigrationEndpoint, async function* (context, parameters) {
  const { settings, password } = endpointSettings(cmdlet, parameters);
  const maxConcurrentMigrations = limited('MaxConcurrentMigrations', parameters.MaxConcurrentMigrations);
  const maxConcurrentIncrementalSyncs = limited(
    'MaxConcurrentIncrementalSyncs',
    parameters.MaxConcurrentIncrementalSyncs,
  );
  if (!parameters.SkipVerification) {
    const step = failedStep(await context.connectivity({ settings, password }, { signal: context.signal }));
    if (step) throw connectionFailure(settings, step);
  }
  const endpoint = context.migration.createEndpoint({
    ...settings,
    password,
    name: parameters.Name!,
    maxConcurrentMigrations,
    maxConcurrentIncrementalSyncs,
  });
  yield { ...toMigrationEndpoint(endpoint), ObjectState: 'New' as const };
});

/** The type takes Unlimited, Outlook Anywhere has a limit. */
function limited(parameter: string, value: number | 'Unlimited' | undefined): number | undefined {
  if (value !== 'Unlimited') return value;
  throw coreErrors.parameterInvalid({ cmdlet, problems: [`-${parameter} can't be Unlimited; give a number`] });
}
