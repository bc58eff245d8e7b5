import { lookup } from 'node:dns/promises';
import { createEnvironment, type Environment } from '../environment.ts';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { CallOptions, OutlookAnywhereOptions } from '../options.ts';
import { withDeadline } from '../transport/deadline.ts';
import { openSocket } from '../transport/socket.ts';
import { certificateStep } from './certificate-steps.ts';
import { commandsFor } from './commands.ts';
import type { ConnectivityNode } from './connectivity-node.ts';
import { exchangeSteps, type ExchangeTest } from './exchange-steps.ts';
import { httpSteps } from './http-steps.ts';
import { runSteps, type Step, type StepResult } from './run-steps.ts';

/** What to connect to, and which mailbox to open at the end. */
export interface ConnectivityTestOptions extends OutlookAnywhereOptions, Partial<ExchangeTest> {
  /** Milliseconds of the whole test; the step that is under way then fails. Three minutes unless told. */
  readonly timeLimit?: number | undefined;
  /** The name that Autodiscover says the certificate must have, as `msstd:mail.contoso.com`; not looked for unless given. */
  readonly certificatePrincipalName?: string | undefined;
}

// No step may keep an administrator waiting for minutes, as an unreachable server would.
const testTimeouts = { connect: 15_000, handshake: 20_000, call: 30_000 };

/**
 * Tests the way to an Exchange organisation step by step, as the Remote Connectivity Analyzer does: name, port, certificate, HTTP,
 * proxy, store, directory, referral, logon. Resolves with the tree, also when a step failed.
 */
export async function testConnectivity(
  options: ConnectivityTestOptions,
  { signal }: CallOptions = {},
): Promise<ConnectivityNode> {
  const environment = createEnvironment({ ...options, timeouts: { ...testTimeouts, ...options.timeouts } });
  const end = AbortSignal.any([signal, options.signal].filter((one) => one !== undefined));
  const { mailbox, asAdministrator = true, timeLimit = limits.wholeTest } = options;
  const { clock } = environment.proxy;
  const bounds = { environment, timeLimit, endsAt: clock.now() + timeLimit };
  const test = { mailbox, asAdministrator, principal: options.certificatePrincipalName };
  return runSteps(timeBoxed(testOf(environment, test), bounds), clock, end);
}

function testOf(environment: Environment, test: ExchangeTest & { principal: string | undefined }): Step {
  const commands = commandsFor(environment);
  const { port, ...others } = commands;
  return {
    id: 'rpcHttp',
    name: 'Testing RPC/HTTP connectivity.',
    summary: { success: 'The RPC/HTTP test completed successfully.', failure: 'The RPC/HTTP test failed.' },
    children: [
      nameStep(environment, others.dns),
      portStep(environment, others.tcp),
      certificateStep(environment, { commands: others.certificate, principal: test.principal }),
      ...httpSteps(environment, others),
      ...exchangeSteps(environment, test, port),
    ],
  };
}

function nameStep({ proxy }: Environment, command: string): Step {
  const { proxy: name, host } = proxy.socket;
  return {
    id: 'dns',
    name: `Attempting to resolve the host name ${name} in DNS.`,
    command,
    skip: host === name ? undefined : `The address ${host} was given.`,
    run: async () => {
      const addresses = await lookup(name, { all: true }).catch((cause: Error) => {
        throw errors.hostNotFound({ proxy: name }, { cause });
      });
      return { detail: `IP addresses returned: ${addresses.map(({ address }) => address).join(', ')}.` };
    },
  };
}

function portStep({ proxy }: Environment, command: string): Step {
  const { proxy: name, port } = proxy.socket;
  return {
    id: 'tcp',
    name: `Testing TCP port ${port} on host ${name} to ensure it's listening and open.`,
    command,
    run: async (signal) => {
      const target = { ...proxy.socket, tls: false };
      const socket = await openSocket(target, { bytes: () => undefined, end: () => undefined }, signal);
      socket.close();
      return { detail: `The port was opened successfully (${socket.remoteAddress}).` };
    },
  };
}

interface Bounds {
  readonly environment: Environment;
  /** Milliseconds of the whole test, and when they are over. */
  readonly timeLimit: number;
  readonly endsAt: number;
}

/** The same step, given up when its time, or that of the whole test, is over. */
function timeBoxed(step: Step, bounds: Bounds): Step {
  const { run, children } = step;
  return {
    ...step,
    run: run && ((signal) => runInTime(run, bounds, signal)),
    children: children?.map((child) => timeBoxed(child, bounds)),
  };
}

async function runInTime(
  run: NonNullable<Step['run']>,
  { environment, timeLimit, endsAt }: Bounds,
  signal: AbortSignal,
): Promise<StepResult> {
  const { clock, socket } = environment.proxy;
  const left = endsAt - clock.now();
  const outOfTime = () => errors.testTimedOut({ ms: timeLimit });
  if (left <= 0) throw outOfTime();
  if (left < limits.testStep) return withDeadline({ clock, ms: left, signals: [signal], timedOut: outOfTime }, run);
  const ms = limits.testStep;
  const timedOut = () => errors.answerTimedOut({ proxy: socket.proxy, port: socket.port, ms });
  return withDeadline({ clock, ms, signals: [signal], timedOut }, run);
}
