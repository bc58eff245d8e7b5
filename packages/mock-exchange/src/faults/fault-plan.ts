import { seededRandom } from '@cutover/base';
import { faultErrors } from '../errors.ts';
import { assertEffect, assertPlan, placeOf } from './check-fault.ts';
import type { Fault, FaultEffect, FaultPlace, FaultPlanData, FaultTarget } from './fault.ts';
import { FaultBuilder } from './fault-builder.ts';
import { isSameName } from './fault-names.ts';
import { assertReachable, type FaultedServer } from './faulted-server.ts';
import { printFault } from './print-faults.ts';

/** Something that happens on the server, as faults are held against it. */
export interface FaultPoint {
  readonly place: FaultPlace;
  /** Method, call, ROP or subject. */
  readonly name: string;
  readonly account: string | undefined;
  /** Whether the mailbox that it is about has this alias or address. */
  readonly isMailbox: (who: string) => boolean;
}

/** A fault that struck. */
export interface StruckFault {
  readonly fault: Fault;
  /** What it struck. */
  readonly name: string;
  /** Which match of the fault it was, from 1. */
  readonly match: number;
}

interface Entry {
  readonly fault: Fault;
  readonly place: FaultPlace;
  matches: number;
  struck: number;
}

/**
 * The faults of a server: `plan.on({ rop: 'FastTransferSourceGetBuffer', mailbox: 'ann', nth: 3 }).resetConnection()`.
 * A plan prints itself, is plain data as JSON, and can be given to another server.
 */
export class FaultPlan {
  #seed = 1;
  #entries: readonly Entry[] = [];
  #struck: StruckFault[] = [];
  #random = seededRandom(1);
  /** Targets of which was not said what happens there. */
  #unsaid: readonly FaultTarget[] = [];
  #server: FaultedServer | undefined;
  #beginning: FaultPlanData = { seed: 1, faults: [] };

  constructor(plan: Partial<FaultPlanData> = {}) {
    this.replace(plan);
  }

  /** What `probability` is drawn from; 1 unless given. */
  get seed(): number {
    return this.#seed;
  }

  /** Begins a fault; what it does is said next. Throws for a name that no call, mailbox or account has. */
  on(target: FaultTarget): FaultBuilder {
    this.#placeOf(target);
    this.#unsaid = [...this.#unsaid, target];
    return new FaultBuilder((effect) => {
      this.#unsaid = this.#unsaid.filter((other) => other !== target);
      this.add({ target, effect });
    });
  }

  /** Adds a fault that is plain data. Throws for what `on` and the effect would throw for. */
  add(fault: Fault): void {
    this.#entries = [...this.#entries, this.#entryOf(fault)];
  }

  /** Puts the faults and the seed of another plan in the place of those that are there; all stay if one of them is wrong. */
  replace(plan: Partial<FaultPlanData>): void {
    assertPlan(plan);
    const { seed = 1, faults = [] } = plan;
    this.#begin(
      seed,
      faults.map((fault) => this.#entryOf(fault)),
    );
  }

  #begin(seed: number, entries: readonly Entry[]): void {
    this.#seed = seed;
    this.#entries = entries;
    this.#unsaid = [];
    this.restart();
  }

  #entryOf(fault: Fault): Entry {
    const place = this.#placeOf(fault.target);
    assertEffect(fault.effect, { place, name: fault.target[place]! });
    return newEntry(fault, place);
  }

  #placeOf(target: FaultTarget): FaultPlace {
    const place = placeOf(target);
    if (this.#server !== undefined) assertReachable(target, place, this.#server);
    return place;
  }

  /**
   * Lets faults name nobody but whom this server has, and nothing that cannot be reached there; throws for those that are
   * there already, which `reset` leads back to. A server does so when it starts.
   */
  bindTo(server: FaultedServer): void {
    if (this.#server !== undefined) throw faultErrors.planInUse({});
    for (const { fault, place } of this.#entries) assertReachable(fault.target, place, server);
    this.#server = server;
    this.#beginning = this.toJSON();
  }

  /** Lets the plan be given to another server: its own has ended. */
  unbind(): void {
    this.#server = undefined;
  }

  /** The faults, in the order in which they were added. */
  get faults(): readonly Fault[] {
    return this.#entries.map(({ fault }) => fault);
  }

  /** The faults that struck so far, in their order. */
  get struck(): readonly StruckFault[] {
    return this.#struck;
  }

  /** Throws unless every fault has struck: a test that passes without its fault has not tested what it says. */
  assertStruck(): void {
    const idle = this.#entries.filter(({ struck }) => struck === 0);
    if (idle.length + this.#unsaid.length === 0) return;
    throw faultErrors.neverStruck({ faults: [...idle.map(printEntry), ...this.#unsaid.map(printUnsaid)] });
  }

  /** Whether any fault waits at this place: cheap, as it is asked for every call. */
  watches(place: FaultPlace): boolean {
    return this.#entries.some((entry) => entry.place === place);
  }

  /** What the faults that this meets do, in the order in which they were added. */
  strike(point: FaultPoint): FaultEffect[] {
    return this.#entries
      .filter((entry) => entry.place === point.place && meets(entry.fault.target, point) && this.#isDue(entry, point))
      .map(({ fault }) => fault.effect);
  }

  #isDue(entry: Entry, { name }: FaultPoint): boolean {
    const match = ++entry.matches;
    const { nth, from = 1, times = Infinity, probability = 1 } = entry.fault.target;
    if ((nth !== undefined && match !== nth) || match < from || entry.struck >= times) return false;
    if (probability < 1 && this.#random.next() >= probability) return false;
    entry.struck++;
    this.#struck.push({ fault: entry.fault, name, match });
    return true;
  }

  /** Forgets what struck and begins counting anew; the faults stay. */
  restart(): void {
    for (const entry of this.#entries) entry.matches = entry.struck = 0;
    this.#struck = [];
    this.#random = seededRandom(this.seed);
  }

  /** Removes every fault; the seed stays. */
  clear(): void {
    this.#begin(this.#seed, []);
  }

  /** Back to the faults that its server began with, counted anew; none, if it has no server. */
  reset(): void {
    const { seed, faults } = this.#beginning;
    this.#begin(
      seed,
      // An import may have taken those whom they name away, which is no reason to fail here.
      faults.map((fault) => newEntry(fault, placeOf(fault.target))),
    );
  }

  /** The plan that does again what this one did, chance left out: every strike becomes a fault at its n-th match. */
  asStruck(): FaultPlan {
    const faults = this.#struck.map(({ fault, match }) => ({
      effect: fault.effect,
      target: { ...withoutChance(fault.target), nth: match },
    }));
    return new FaultPlan({ seed: this.seed, faults });
  }

  /** The plan as plain data, for `new FaultPlan` or `--faults`. */
  toJSON(): FaultPlanData {
    return { seed: this.seed, faults: this.faults };
  }

  /** One line for each fault, as it is written in a test, with how often it struck: for the message of a test that failed. */
  toString(): string {
    const lines = [...this.#entries.map(printEntry), ...this.#unsaid.map(printUnsaid)];
    if (lines.length === 0) return 'no faults';
    return [`fault plan, seed ${this.seed}`, ...lines, ...this.#withoutChance()].join('\n  ');
  }

  /** How what chance did is done again for certain. */
  #withoutChance(): string[] {
    const hasChance = this.#struck.some(({ fault: { target } }) => (target.probability ?? 1) < 1);
    if (!hasChance) return [];
    return ['the same without chance:', ...this.asStruck().faults.map((fault) => `  ${printFault(fault)}`)];
  }
}

const printEntry = ({ fault, matches, struck }: Entry): string =>
  `${printFault(fault)} struck ${struck === 0 && matches === 0 ? 'never: nothing was like it' : `${struck} of ${matches}`}`;

const printUnsaid = (target: FaultTarget): string => `on(${JSON.stringify(target)}) does nothing: no effect was called`;

const newEntry = (fault: Fault, place: FaultPlace): Entry => ({ fault, place, matches: 0, struck: 0 });

function withoutChance({ probability: _p, from: _f, times: _t, ...target }: FaultTarget): FaultTarget {
  return target;
}

function meets(target: FaultTarget, point: FaultPoint): boolean {
  const wanted = target[point.place]!;
  if (wanted !== '*' && !isNamed(point, wanted)) return false;
  if (target.account !== undefined && target.account.toLowerCase() !== point.account?.toLowerCase()) return false;
  return target.mailbox === undefined || point.isMailbox(target.mailbox);
}

const isNamed = ({ place, name }: FaultPoint, wanted: string): boolean =>
  place === 'item' ? name === wanted : isSameName(name, wanted);
