import { systemClock, type Clock } from '@cutover/base';
import type { BackendMessage } from '@cutover/core/metadata';
import type { Host } from '@cutover/powershell';
import type { SyncBackend } from './sync-backend.ts';

/** What an organisation told of its clock, and what the machine's said then. */
interface ToldTime {
  readonly mode: 'Real' | 'Scaled' | 'Stepped';
  readonly factor: number;
  readonly at: number;
  readonly machine: number;
}

/** A clock that is no further from the machine's is the machine's: a call takes its time. */
const tolerance = 5_000;
const clockCmdlets: ReadonlySet<string> = new Set(['Get-EmulatorClock', 'Set-EmulatorClock']);
const realTime: ToldTime = { mode: 'Real', factor: 1, at: 0, machine: 0 };

/**
 * The organisation's time for scripts: Get-Date and Start-Sleep follow its clock once a script has used one of its cmdlets; before that, and
 * while its clock is real, the time is the machine's. An organisation that has no such clock is not asked twice.
 */
export class RehearsalTime {
  readonly #backend: SyncBackend;
  readonly #host: Host;
  readonly #machine: Pick<Clock, 'now'>;
  #isUsed = false;
  #told: ToldTime | undefined;

  constructor({ backend, host, machine = systemClock }: { backend: SyncBackend; host: Host; machine?: Clock }) {
    this.#backend = backend;
    this.#host = host;
    this.#machine = machine;
  }

  /** The Backend, which is listened to. */
  readonly backend: SyncBackend = {
    invoke: (cmdlet, parameters, options) => this.#listen(cmdlet, this.#backend.invoke(cmdlet, parameters, options)),
  };

  /** The host with the organisation's time; one that has a time of its own, or cannot wait, stays as it is. */
  host(): Host {
    if (this.#host.clock || !this.#host.sleep) return this.#host;
    const time = { now: () => this.#now() };
    return Object.create(this.#host, {
      clock: { get: () => (this.#isRehearsal() ? time : undefined), enumerable: true },
      sleep: { value: (milliseconds: number) => this.#sleep(milliseconds), enumerable: true },
    }) as Host;
  }

  *#listen(cmdlet: string, messages: Iterable<BackendMessage>): Iterable<BackendMessage> {
    for (const message of messages) {
      if (message.kind === 'record' && clockCmdlets.has(cmdlet)) this.#learn(message.record);
      yield message;
    }
    this.#isUsed = true;
  }

  #learn({ Mode, Factor, UtcNow }: Readonly<Record<string, unknown>>): void {
    const at = (UtcNow as Date).getTime();
    this.#told = { mode: Mode as ToldTime['mode'], factor: Factor as number, at, machine: this.#machine.now() };
  }

  #ask(cmdlet: string, parameters: Readonly<Record<string, unknown>> = {}): ToldTime {
    for (const message of this.#backend.invoke(cmdlet, parameters)) {
      if (message.kind === 'record') this.#learn(message.record);
    }
    return (this.#told ??= realTime);
  }

  #isRehearsal(): boolean {
    const told = this.#isUsed ? (this.#told ?? this.#ask('Get-EmulatorClock')) : this.#told;
    if (told === undefined || told === realTime) return false;
    return told.mode !== 'Real' || Math.abs(told.at - told.machine) > tolerance;
  }

  /** A clock that is not real is another's, too: it is asked each time. */
  #now(): number {
    const { at, factor, machine } = this.#told?.mode === 'Real' ? this.#told : this.#ask('Get-EmulatorClock');
    return at + (this.#machine.now() - machine) * factor;
  }

  #sleep(milliseconds: number): void {
    const { mode, factor } = this.#isUsed && this.#told !== realTime ? this.#ask('Get-EmulatorClock') : realTime;
    if (mode === 'Stepped') this.#ask('Set-EmulatorClock', { Advance: milliseconds });
    else this.#host.sleep?.(mode === 'Scaled' ? milliseconds / factor : milliseconds);
  }
}
