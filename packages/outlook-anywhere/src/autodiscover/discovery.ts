import { type Clock, isSdkError, type SdkError } from '@cutover/base';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import { splitText } from '../remedies.ts';
import type { DiscoveredSettings } from './autodiscover-options.ts';

/** One place that was asked. */
export interface AutodiscoverAttempt {
  /** A URL, or `SRV` and the name of a record. */
  readonly place: string;
  readonly outcome: 'settings' | 'redirection' | 'failed';
  /** What it said, or why it could not be asked. */
  readonly detail: string;
  readonly errorCode?: string | undefined;
  readonly durationMs: number;
}

/** How a search ended: by settings, or by a failure. */
export interface Discovery {
  readonly emailAddress: string;
  readonly settings: DiscoveredSettings | undefined;
  readonly failure: SdkError | undefined;
  /** Every place in the order in which it was asked. */
  readonly attempts: readonly AutodiscoverAttempt[];
  readonly durationMs: number;
}

type Found = Pick<AutodiscoverAttempt, 'outcome' | 'detail'>;

/** Keeps what happened during one search, and its bounds. */
export class SearchLog {
  readonly attempts: AutodiscoverAttempt[] = [];
  readonly #clock: Clock;
  readonly #failures: SdkError[] = [];
  readonly #asked = new Set<string>();
  #redirections = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Asks a place and notes what came of it; a failure is noted and answered by undefined. */
  async attempt<T>(
    place: string,
    ask: () => Promise<T>,
    describe: (value: T) => Found,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    const begun = this.#clock.now();
    const note = (found: Found & { errorCode?: string }): void =>
      void this.attempts.push({ place, ...found, durationMs: this.#clock.now() - begun });
    try {
      const value = await ask();
      note(describe(value));
      return value;
    } catch (error) {
      signal.throwIfAborted();
      if (!isSdkError(error)) throw error;
      this.#failures.push(error);
      note({ outcome: 'failed', detail: splitText(error).detail, errorCode: error.code });
      return undefined;
    }
  }

  /** Counts a redirection; throws if there were too many. */
  redirect(from: string, to: string): void {
    if (++this.#redirections <= limits.autodiscoverRedirections) return;
    throw errors.redirectionRefused({ url: from, to, reason: 'there were too many redirections' });
  }

  /** Notes that a place is asked for an address; throws if it was before, as redirections may lead in a circle. */
  ask(url: string, emailAddress: string): void {
    const key = `${url}\n${emailAddress}`.toLowerCase();
    if (this.#asked.has(key)) throw errors.askedAlready({ url, emailAddress });
    this.#asked.add(key);
  }

  /** The failure that tells most: of the place that came nearest to an answer, the first of its kind. */
  get mostTelling(): SdkError | undefined {
    const nearness = (error: SdkError): number => telling.indexOf(error.code.slice(error.code.indexOf('.') + 1));
    return this.#failures.toSorted((left, right) => nearness(right) - nearness(left))[0];
  }
}

/** Names of errors, the nearer to an answer the later. */
const telling: readonly string[] = [
  'tlsFailed',
  'certificateNameMismatch',
  'certificateExpired',
  'certificateNotTrusted',
  'autodiscoverNotThere',
  'autodiscoverUnreadable',
  'askedAlready',
  'redirectionRefused',
  'signInRefused',
  'autodiscoverAnswered',
  'outlookAnywhereOff',
];
