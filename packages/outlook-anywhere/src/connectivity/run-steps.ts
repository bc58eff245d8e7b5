import { type Clock, isSdkError } from '@cutover/base';
import { splitText } from '../remedies.ts';
import type { ConnectivityNode, ConnectivityStatus } from './connectivity-node.ts';

/** What a step found; a warning says what to do. */
export interface StepResult {
  readonly detail: string;
  readonly warning?: string | undefined;
}

/** One step of a test: it either does something or consists of others. */
export interface Step {
  readonly id: string;
  /** What is being tried. */
  readonly name: string;
  /** How to try the same by hand. */
  readonly command?: string | undefined;
  /** What to do about a failure that does not say so itself. */
  readonly remedy?: string | undefined;
  /** Why the step does not apply; it is then not run. */
  readonly skip?: string | undefined;
  /** Throws what failed. */
  readonly run?: ((signal: AbortSignal) => Promise<StepResult>) | undefined;
  readonly children?: readonly Step[] | undefined;
  /** What is said of a step that consists of others. */
  readonly summary?: { readonly success: string; readonly failure: string } | undefined;
}

/** Runs the steps in order, depth first; after the first failure the rest is skipped. */
export async function runSteps(root: Step, clock: Clock, signal: AbortSignal): Promise<ConnectivityNode> {
  const runner = new Runner(clock, signal);
  return runner.run(root);
}

class Runner {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #failed = false;

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
  }

  async run(step: Step): Promise<ConnectivityNode> {
    const begun = this.#clock.now();
    const children: ConnectivityNode[] = [];
    if (!this.#failed && step.skip === undefined) {
      const own = step.run ? await this.#try(step) : undefined;
      for (const child of step.children ?? []) children.push(await this.run(child));
      const found = own?.status === 'failed' ? own : summarise(step, own, children);
      return { ...baseOf(step), ...found, durationMs: this.#clock.now() - begun, children };
    }
    for (const child of step.children ?? []) children.push(skipped(child));
    return { ...skipped(step), children };
  }

  async #try(step: Step): Promise<Found> {
    try {
      const { detail, warning } = await step.run!(this.#signal);
      return { status: warning === undefined ? 'success' : 'warning', detail, remedy: warning ?? '' };
    } catch (error) {
      this.#signal.throwIfAborted();
      this.#failed = true;
      if (!isSdkError(error)) throw error;
      const { detail, remedy } = splitText(error);
      return { status: 'failed', detail, remedy: remedy || (step.remedy ?? ''), errorCode: error.code };
    }
  }
}

type Found = Pick<ConnectivityNode, 'status' | 'detail' | 'remedy' | 'errorCode'>;

const severity: readonly ConnectivityStatus[] = ['skipped', 'success', 'warning', 'failed'];

/** A step is as bad as the worst below it; it is skipped only if everything below it is. */
function summarise(step: Step, own: Found | undefined, children: readonly ConnectivityNode[]): Found {
  const all = [...(own ? [own] : []), ...children];
  const status = severity[Math.max(...all.map((node) => severity.indexOf(node.status)))] ?? 'skipped';
  if (own) return { ...own, status };
  const detail = status === 'failed' ? step.summary?.failure : step.summary?.success;
  return { status, detail: detail ?? '', remedy: '' };
}

function baseOf({ id, name, command = '' }: Step) {
  return { id, name, command };
}

function skipped(step: Step): ConnectivityNode {
  const detail = step.skip ?? 'An earlier step failed.';
  const children = (step.children ?? []).map(skipped);
  return { ...baseOf(step), status: 'skipped', detail, remedy: '', durationMs: 0, children };
}
