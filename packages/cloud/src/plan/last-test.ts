import type { ConnectivityNode } from '@cutover/outlook-anywhere';
import { failedStep, warnedSteps } from '../source/connectivity.ts';
import type { OrganisationValues } from '../store/organisation-values.ts';
import type { Finding } from './plan-checks.ts';

/** What a plan says of a connectivity test. */
export function findingOf(tree: ConnectivityNode): Finding {
  const failed = failedStep(tree);
  if (failed) return { status: 'Open', detail: `${failed.detail} ${failed.remedy}`.trim() };
  const warned = warnedSteps(tree);
  return warned.length > 0
    ? { status: 'Warning', detail: warned.map(({ detail }) => detail).join(' ') }
    : { status: 'Done' };
}

const valueName = 'lastConnectivityTest';

/** Remembers how a test went that somebody made by hand: before there is an endpoint a plan has no other. */
export const noteTest = (values: OrganisationValues, tree: ConnectivityNode): void =>
  values.set(valueName, JSON.stringify(findingOf(tree)));

export function lastTest(values: OrganisationValues): Finding | undefined {
  const kept = values.all()[valueName];
  return kept === undefined ? undefined : (JSON.parse(kept) as Finding);
}
