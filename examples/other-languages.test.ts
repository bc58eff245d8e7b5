import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const command = join(import.meta.dirname, '../packages/mock-exchange/bin/mock-exchange-2003.js');
/** The interpreter for which Debian packages impacket; another python3 on the PATH lacks it. */
const python = '/usr/bin/python3';
const mailJars = '/usr/share/java/javax.mail.jar:/usr/share/java/javax.activation.jar';

interface Example {
  readonly folder: string;
  /** What shows that the language and its library are there. */
  readonly probe: readonly string[];
  /** Options of the server. */
  readonly server?: readonly string[];
  readonly run: readonly string[];
  readonly prints: RegExp;
}

const examples: Readonly<Record<string, Example>> = {
  'Python with impacket': {
    folder: 'python',
    probe: [python, '-c', 'import impacket'],
    run: [python, '-W', 'ignore', '-m', 'unittest', 'test_address_book'],
    prints: /^Ran 2 tests.*^OK$/ms,
  },
  'Python with imaplib': {
    folder: 'python',
    probe: [python, '-c', 'import imaplib'],
    server: ['--imaps-port', '0'],
    run: [python, '-m', 'unittest', 'test_mail'],
    prints: /^Ran 2 tests.*^OK$/ms,
  },
  'Java with JavaMail': {
    folder: 'java',
    probe: ['javap', '-cp', mailJars, 'javax.mail.Store'],
    server: ['--imaps-port', '0'],
    run: ['java', '-cp', mailJars, 'MailReader.java'],
    prints: /^INBOX: \d+ messages\nall as expected$/m,
  },
  curl: {
    folder: 'curl',
    probe: ['curl', '--version'],
    run: ['sh', 'outlook-anywhere.sh'],
    prints: /^with a name, by NTLM: 200$/m,
  },
};

function isThere([program, ...args]: readonly string[]): boolean {
  try {
    execFileSync(program!, args, { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

function runExample({ folder, server = [], run }: Example): Promise<{ code: number; output: string }> {
  const cwd = join(import.meta.dirname, '../packages/mock-exchange/examples', folder);
  const args = [command, 'exec', ...server, '--', ...run];
  return new Promise((resolve) => {
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
    execFile(process.execPath, args, { cwd, env, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        output: stdout + stderr,
      });
    });
  });
}

/** As in CI, where every language is installed. */
const isRequired = process.env['CUTOVER_FOREIGN_CLIENTS'] === 'required';

describe.each(Object.entries(examples))('%s', (name, example) => {
  const canRun = isRequired || isThere(example.probe);
  if (!canRun) process.stderr.write(`Skipped the example "${name}": ${example.probe.join(' ')} fails here.\n`);
  test.skipIf(!canRun)('does what it says', { timeout: 90_000 }, async () => {
    const { code, output } = await runExample(example);
    expect(code, output).toBe(0);
    expect(output).toMatch(example.prints);
  });
});
