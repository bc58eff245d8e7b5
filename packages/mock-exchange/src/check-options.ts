import { checkFields, type FieldCheck, oneOf, text, trueOrFalse, wholeNumber } from './check-fields.ts';
import type { ForkOptions, MockExchangeOptions } from './options.ts';

const port = wholeNumber(0, 65_535);

/** An object that has these functions. */
const having = (takes: string, ...functions: readonly string[]): FieldCheck => ({
  takes,
  holds: (value) =>
    typeof value === 'object' &&
    value !== null &&
    functions.every((name) => typeof (value as Record<string, unknown>)[name] === 'function'),
});

/** Whoever reads the option refuses by name what it does not know. */
const readLater: FieldCheck = { takes: '', holds: () => true };

const checks: Readonly<Record<keyof MockExchangeOptions, FieldCheck>> = {
  seed: having("a seed: contoso(), company({ … }), await loadSeed('seed.json'), or one that was built", 'fill'),
  organisation: having('an organisation'),
  profile: readLater,
  failing: readLater,
  certificate: readLater,
  clientCertificates: oneOf('required'),
  maximumTls: oneOf('TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'),
  https: oneOf('closed', 'plain'),
  rpcProxy: oneOf('unmapped'),
  autodiscover: having('an object'),
  host: text,
  doors: { takes: "a list, e.g. ['rpc', 'imap']", holds: Array.isArray },
  port,
  httpPort: port,
  imapPort: port,
  imapsPort: port,
  smtpPort: port,
  managementPort: port,
  webDav: oneOf(true, false, 'forms'),
  validPorts: text,
  outChannelEncoding: oneOf('length', 'chunked'),
  outChannelLength: wholeNumber(1),
  recycling: oneOf('sameProxy', 'otherProxy'),
  tap: trueOrFalse,
  journal: trueOrFalse,
  strict: trueOrFalse,
  faults: having('a FaultPlan', 'on', 'strike'),
  clock: having('a clock: systemClock, or steppedClock(new Date(…))', 'now', 'sleep'),
  random: having('a source of random bytes', 'bytes'),
};

const { clock, faults, journal, strict, tap } = checks;
const forkChecks: Readonly<Record<keyof ForkOptions, FieldCheck>> = { clock, faults, journal, strict, tap };

/** Refuses options that a fork does not take. */
export function checkForkOptions(options: ForkOptions): void {
  checkFields(options, 'the options of a fork', forkChecks);
}

/** Refuses options that a server would ignore or fail by later; see `checkFields`. */
export function checkOptions(options: MockExchangeOptions): void {
  checkFields(options, 'the options of a server', checks);
}
