import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'vitest';

/** The interpreter for which Debian packages impacket and Samba; another python3 on the PATH lacks them. */
const python = '/usr/bin/python3';

/** Programs that nobody here wrote, each with the call that shows that it is there and where it comes from. */
const probes = {
  impacket: { command: python, args: ['-c', 'import impacket'], package: 'python3-impacket' },
  exchangelib: {
    command: python,
    args: ['-c', 'import exchangelib.autodiscover.discovery.pox'],
    package: 'python3-exchangelib',
  },
  samba: { command: python, args: ['-c', 'import samba.dcerpc.mgmt'], package: 'python3-samba' },
  tshark: { command: 'tshark', args: ['--version'], package: 'tshark' },
  curl: { command: 'curl', args: ['--version'], package: 'curl' },
  davmail: { command: 'dpkg-query', args: ['-W', 'davmail-server'], package: 'davmail-server' },
  mbsync: { command: 'mbsync', args: ['--version'], package: 'isync' },
  imaplib: { command: python, args: ['-c', 'import imaplib'], package: 'python3' },
  swaks: { command: 'swaks', args: ['--version'], package: 'swaks' },
  dnsmasq: { command: '/usr/sbin/dnsmasq', args: ['--version'], package: 'dnsmasq-base' },
  pty: { command: python, args: ['-c', 'import pty'], package: 'python3' },
} as const;
export type ForeignClient = keyof typeof probes;

/** Interpreters take their time to load on a busy machine. */
const timeoutMs = 90_000;

const required = process.env['CUTOVER_FOREIGN_CLIENTS'] === 'required';

function isInstalled(client: ForeignClient): boolean {
  const { command, args } = probes[client];
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Declares tests that need a foreign client. Where it is missing they are skipped with a printed reason, or fail if
 * CUTOVER_FOREIGN_CLIENTS is `required`, as it is in CI.
 */
export function describeForeign(client: ForeignClient, name: string, tests: () => void): void {
  if (isInstalled(client)) return void describe(`${client}: ${name}`, { timeout: timeoutMs }, tests);
  const reason = `${client} is not installed (Debian package ${probes[client].package})`;
  if (required) {
    test(`${client}: ${name}`, () => {
      throw new Error(`${reason}, and CUTOVER_FOREIGN_CLIENTS=required does not allow to skip it`);
    });
    return;
  }
  process.stderr.write(`Skipped "${client}: ${name}": ${reason}.\n`);
  describe.skip(`${client}: ${name} (${reason})`, tests);
}

/** What a program printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; one that hangs is ended after a minute and reported with code -1. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const options = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs one of this folder's Python scripts. */
export function runPython(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return run(python, [join(import.meta.dirname, script), ...args], env);
}
