import type { EndpointSettings } from '@cutover/migration';
import type { ConnectivityNode } from '@cutover/outlook-anywhere';

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
