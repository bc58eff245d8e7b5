import { isSdkError } from '@cutover/base';
import type { EndpointSettings } from '@cutover/migration';
import { connectOutlookAnywhere, type ConnectivityNode } from '@cutover/outlook-anywhere';
import { clientOptions, type ClientWorld } from './client-options.ts';

/** Tests the connection to a source, step by step; resolves with the tree also when a step failed. */
export type ConnectivityTest = (
  source: { settings: Omit<EndpointSettings, 'name'>; password: string },
  options: { signal: AbortSignal },
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

/** The test over Outlook Anywhere: signs in and opens the address book, as a migration does first. */
export function signInTest(world: ClientWorld): ConnectivityTest {
  return async ({ settings, password }, { signal }) => {
    const step = { id: 'signIn', name: `Signing in through ${settings.rpcProxyServer}`, command: '', children: [] };
    const began = world.clock.now();
    try {
      await using _session = await connectOutlookAnywhere({ ...clientOptions(settings, password, world), signal });
      return { ...step, status: 'success', detail: '', remedy: '', durationMs: world.clock.now() - began };
    } catch (error) {
      signal.throwIfAborted();
      if (!isSdkError(error)) throw error;
      const { code: errorCode, message: detail } = error;
      return { ...step, status: 'failed', detail, remedy: '', errorCode, durationMs: world.clock.now() - began };
    }
  };
}
