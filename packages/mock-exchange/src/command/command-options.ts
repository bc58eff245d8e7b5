import { steppedClock } from '@cutover/base';
import { doorNames } from '../doors/door-names.ts';
import { mockErrors } from '../errors.ts';
import { certificateKinds } from '../certificates/certificate-kind.ts';
import type { MockExchangeOptions } from '../options.ts';
import { exchangeVersions } from '../profiles/exchange-profile.ts';
import { failingSteps } from '../profiles/failing-steps.ts';

/** An option of the command. */
export interface CommandOption {
  readonly name: string;
  /** What its value is called in --help; empty for a switch. */
  readonly value: string;
  readonly help: string;
  /** The option of the server that it sets, unless the command itself uses it. */
  readonly server?: (value: string) => Partial<MockExchangeOptions>;
}

/** Every option of the command, in the order of --help. */
export const commandOptions = [
  {
    name: 'host',
    value: 'ADDRESS',
    help: 'address to listen on (127.0.0.1)',
    server: (host) => ({ host }),
  },
  {
    name: 'port',
    value: 'NUMBER',
    help: 'port of HTTPS, 0 for any free one (0)',
    server: (value) => ({ port: portOf('port', value) }),
  },
  {
    name: 'http-port',
    value: 'NUMBER',
    help: 'port of plain HTTP as well, 0 for any free one (no plain HTTP)',
    server: (value) => ({ httpPort: portOf('http-port', value) }),
  },
  {
    name: 'doors',
    value: 'LIST',
    help: `which ways in are open: ${doorNames.join(', ')} (what the seed says, or rpc)`,
    server: (value) => ({ doors: value.split(',').map((door) => oneOf('doors', door.trim(), doorNames)) }),
  },
  {
    name: 'imap-port',
    value: 'NUMBER',
    help: 'port of IMAP, 0 for any free one (no IMAP)',
    server: (value) => ({ imapPort: portOf('imap-port', value) }),
  },
  {
    name: 'imaps-port',
    value: 'NUMBER',
    help: 'port of IMAP over TLS, 0 for any free one (none)',
    server: (value) => ({ imapsPort: portOf('imaps-port', value) }),
  },
  {
    name: 'smtp-port',
    value: 'NUMBER',
    help: 'port of SMTP, 0 for any free one (no SMTP)',
    server: (value) => ({ smtpPort: portOf('smtp-port', value) }),
  },
  {
    name: 'management-port',
    value: 'NUMBER',
    help: 'port of the management endpoint, 0 for any free one (0)',
    server: (value) => ({ managementPort: portOf('management-port', value) }),
  },
  {
    name: 'profile',
    value: 'VERSION',
    help: 'which Exchange the server is: 2003, 2007 or 2010 (what the seed says, or 2003)',
    server: (value) => ({ profile: oneOf('profile', value, exchangeVersions) }),
  },
  {
    name: 'certificate',
    value: 'KIND',
    help: `the server's certificate: ${certificateKinds.join(', ')} (trusted)`,
    server: (value) => ({ certificate: oneOf('certificate', value, certificateKinds) }),
  },
  {
    name: 'client-certificates',
    value: 'required',
    help: 'demand a certificate of clients; the ready file holds one (nothing is demanded)',
    server: (value) => ({ clientCertificates: oneOf('client-certificates', value, ['required']) }),
  },
  {
    name: 'failing',
    value: 'STEP',
    help: 'a step of the connectivity test that fails: dns, port, certificate-expired, name-check … (none)',
    server: (value) => ({ failing: oneOf('failing', value, failingSteps) }),
  },
  {
    name: 'clock',
    value: 'MOMENT',
    help: 'a clock that stands still there until PUT /clock of the management endpoint moves it (that of the machine)',
    server: (value) => ({ clock: steppedClock(momentOf('clock', value)) }),
  },
  {
    name: 'seed',
    value: 'NAME|FILE',
    help: 'what the server holds (contoso): a seed by name, e.g. company:mailboxes=100, a JSON file or an export',
  },
  {
    name: 'faults',
    value: 'FILE',
    help: 'what shall go wrong: a plan of faults in JSON',
  },
  {
    name: 'strict',
    value: '',
    help: 'ends with exit code 1, and tells what, if a client sent what the server does not have',
    server: () => ({ strict: true }),
  },
  {
    name: 'ready-file',
    value: 'FILE',
    help: 'is written when the server listens: JSON with URLs, server names, accounts, certificate',
  },
  {
    name: 'record',
    value: 'FILE',
    help: 'is written at the end: what was said, as a capture that Wireshark and tshark read',
  },
  {
    name: 'journal',
    value: 'FILE',
    help: 'is written at the end: what was said, decoded, a line for each call, ROP and command',
    server: () => ({ journal: true }),
  },
  {
    name: 'export',
    value: 'FILE',
    help: 'is written at the end: all that the server holds, for --seed to begin with again',
  },
] as const satisfies readonly CommandOption[];

export type CommandOptionName = (typeof commandOptions)[number]['name'];

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw mockErrors.unknownChoice({ option: `--${name}`, value, known });
  return found;
}

function momentOf(name: string, value: string): Date {
  const moment = new Date(value);
  if (!/^\d{4}-\d\d-\d\d/.test(value) || Number.isNaN(moment.getTime())) {
    throw mockErrors.badMoment({ option: `--${name}`, value });
  }
  return moment;
}

function portOf(name: string, value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) throw mockErrors.badPort({ option: `--${name}`, value });
  return Number(value);
}
