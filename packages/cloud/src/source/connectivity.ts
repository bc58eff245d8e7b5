import type { EndpointSettings } from '@cutover/migration';
import { testConnectivity, type ConnectivityNode } from '@cutover/outlook-anywhere';
import { clientOptions, type ClientWorld } from './client-options.ts';
import type { TestBounds } from './settings-search.ts';

/** Tests the connection to a source, step by step; resolves with the tree also when a step failed. */
export type ConnectivityTest = (
  source: {
    settings: Omit<EndpointSettings, 'name'>;
    password: string;
    /** As Autodiscover tells it. */
    certificatePrincipalName?: string | undefined;
  },
  bounds: TestBounds,
) => Promise<ConnectivityNode>;

/** The step at which the test ended: the innermost failed node, in the order of the steps. */
export function failedStep(node: ConnectivityNode): ConnectivityNode | undefined {
  if (node.status !== 'failed') return undefined;
  for (const child of node.children) {
    const failed = failedStep(child);
    if (failed) return failed;
  }
  return node;
}

/** Steps that went well enough but ask for attention. */
export function warnedSteps(node: ConnectivityNode): ConnectivityNode[] {
  const below = node.children.flatMap(warnedSteps);
  return below.length > 0 || node.status !== 'warning' ? below : [node];
}

/** The test over Outlook Anywhere: every step from the name of the proxy to the logon at the administrator's mailbox. */
export function outlookAnywhereTest(world: ClientWorld): ConnectivityTest {
  return ({ settings, password, certificatePrincipalName }, { signal, timeLimit }) => {
    const asAdministrator = settings.mailboxPermission === 'Admin';
    return testConnectivity(
      {
        ...clientOptions(settings, password, world),
        mailbox: settings.testMailbox ?? settings.emailAddress,
        asAdministrator,
        timeLimit,
        certificatePrincipalName,
      },
      { signal },
    );
  };
}
