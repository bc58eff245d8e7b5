import type { Statement } from '../compile/compiled.ts';
import { defineTypes } from '../classes/define-types.ts';
import { LoopEscape } from '../compile/loop-escape.ts';
import type { Argument } from '../binder/argument.ts';
import { nothing } from '../values/nothing.ts';
import type { RunScriptMember } from '../members/get-member.ts';
import { newGuidText } from '../values/running-session.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { Frame } from './frame.ts';
import { homeScope } from './home-scope.ts';
import { Module } from './module.ts';
import { Collector, type Output } from './output.ts';
import { Scope } from './scope.ts';
import type { Session } from './session.ts';
import { ScriptStage } from './script-stage.ts';
import type { Streams } from './streams.ts';
import { Variable } from './variable.ts';
import { emptySlots } from './variable-table.ts';

export interface BlockCall {
  readonly args?: readonly unknown[];
  readonly input?: readonly unknown[];
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly functions?: ReadonlyMap<string, ScriptBlock>;
}

/** Who calls a block: a frame, or a session outside of any. */
export type BlockCaller = Pick<Frame, 'session' | 'streams'>;

const asArguments = (values: readonly unknown[]): Argument[] =>
  values.map((value) => ({ kind: 'value', value, start: 0, end: 0 }));

/** Runs a block in a scope of its own and gives what it wrote, as an expression has it. */
export function callBlockForValue(frame: BlockCaller, block: ScriptBlock, call: BlockCall = {}): unknown {
  const out = new Collector();
  const stage = new ScriptStage({
    session: frame.session,
    command: { kind: 'block', name: '', code: block.code, closure: block.closure },
    arguments: asArguments(call.args ?? []),
    out,
    streams: frame.streams,
    hasInput: call.input !== undefined,
  });
  for (const [name, value] of Object.entries(call.variables ?? {})) stage.scope.define(name, value);
  for (const [name, { code, closure }] of call.functions ?? []) {
    stage.scope.functions.set(name.toLowerCase(), { kind: 'function', name, code, closure });
  }
  stage.begin();
  for (const item of call.input ?? []) stage.process(item);
  if (!call.input && block.code.process) stage.process(null);
  stage.end();
  return out.value;
}

/** Runs a block with `$_` set, in a scope of its own. */
export const callWithItem = (frame: Frame, block: ScriptBlock, item: unknown): unknown =>
  callBlockForValue(frame, block, { variables: { _: item } });

/** Runs the body of a block in the current scope, as ForEach-Object does; the frame is kept from item to item. */
export class BlockInScope {
  readonly #body: Statement | undefined;
  readonly #item = new Variable('_', null);
  readonly #frame: Frame;
  readonly #session: Session;

  constructor(session: Session, block: ScriptBlock, streams: Streams) {
    this.#body = block.code.process ?? block.code.end;
    this.#session = session;
    const scope = homeScope(session, block.closure);
    const { source, layout } = block.code;
    this.#frame = new Frame({ session, scope, source, slots: emptySlots(layout.size), streams });
    if (block.code.types.length > 0) defineTypes(this.#frame, block.code.types);
  }

  /** Runs with `$_` as it is. */
  run(out: Output): void {
    const caller = this.#session.scope;
    const callerFrame = this.#session.frame;
    this.#session.scope = this.#frame.scope;
    this.#session.frame = this.#frame;
    try {
      const signal = this.#body?.(this.#frame, out);
      if (signal && signal.kind !== 'return') throw new LoopEscape(signal);
    } finally {
      this.#session.scope = caller;
      this.#session.frame = callerFrame;
    }
  }

  /** Runs with `$_` set; whatever it was before, it is again afterwards. */
  runWith(item: unknown, out: Output): void {
    const { variables } = this.#frame.scope;
    this.#item.value = item;
    this.#item.live = true;
    const outer = variables.swapItem(this.#item);
    try {
      this.run(out);
    } finally {
      variables.swapItem(outer);
      if (!outer) this.#item.live = false;
    }
  }

  /** What it writes with `$_` set, as an expression has it. */
  valueFor(item: unknown): unknown {
    const collector = new Collector();
    this.runWith(item, collector);
    return collector.value;
  }
}

/** GetNewClosure(): a copy of the variables of the current scope goes with the block. */
export function captureClosure(frame: Frame, block: ScriptBlock): ScriptBlock {
  const module = new Module({ name: `__DynamicModule_${newGuidText()}` });
  const scope = new Scope(frame.scope.global, { isScript: true, module });
  module.scope = scope;
  for (let each: Scope | undefined = frame.scope; each && each !== each.global; each = each.parent)
    copyMissing(each, scope);
  if (frame.scope === frame.scope.global) copyMissing(frame.scope, scope);
  return new ScriptBlock(block.code, scope);
}

function copyMissing(from: Scope, to: Scope): void {
  for (const [key, { name, value, options }] of from.variables) {
    if (to.variables.has(key) || options.length > 0) continue;
    to.put(new Variable(name, value));
  }
}

/** How script properties and methods run: with `$this`. */
export const runScriptMember =
  (frame: BlockCaller): RunScriptMember =>
  (member, self, args) => {
    const script = member.kind === 'script' ? member.getter : member.script;
    const value = callBlockForValue(frame, script, { args, variables: { this: self } });
    return value === nothing ? null : value;
  };
