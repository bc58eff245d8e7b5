import { discard } from '../engine/output.ts';
import { Frame } from '../engine/frame.ts';
import { Scope } from '../engine/scope.ts';
import type { Session } from '../engine/session.ts';
import { convertTo } from '../conversions/convert.ts';
import type { CompiledScriptBlock } from '../compile/compiled.ts';
import type { DotNetType } from '../types/define-type.ts';

/** Where a class was defined: its methods see what is visible there. */
export interface ClassHome {
  readonly session: Session;
  readonly scope: Scope;
}

export interface BodyCall {
  readonly name: string;
  readonly body: CompiledScriptBlock;
  readonly parameters: readonly MethodParameter[];
  readonly args: readonly unknown[];
  /** `$this`; undefined in static code. */
  readonly self?: object | undefined;
  /** Takes the arguments for the base's constructor when the body comes to it. */
  readonly onBaseCall?: ((frame: Frame, args: readonly unknown[]) => void) | undefined;
}

export interface MethodParameter {
  readonly name: string;
  readonly type: DotNetType | undefined;
}

/** Runs the body of a method: only what it returns leaves it, and every error ends it. */
export function runBody({ session, scope: parent }: ClassHome, call: BodyCall): unknown {
  const { body, name, self } = call;
  const { layout } = body;
  const scope = new Scope(parent, { layout });
  const frame = new Frame({
    session,
    scope,
    source: body.source,
    slots: scope.variables.slots,
    command: { kind: 'function', name, code: body },
    streams: session.frame?.streams ?? session.streams,
  });
  if (self) scope.define('this', self);
  setParameters(scope, call);
  if (call.onBaseCall) baseCalls.set(frame, call.onBaseCall);
  return inside(session, frame, () => {
    body.end?.(frame, discard);
    return frame.returned;
  });
}

function setParameters(scope: Scope, { parameters, args }: BodyCall): void {
  parameters.forEach(({ name, type }, index) => {
    const variable = scope.define(name, args[index] ?? null);
    if (type) variable.constraint = (value) => convertTo(value, type);
  });
}

function inside<T>(session: Session, frame: Frame, action: () => T): T {
  const { scope, frame: caller, propagates } = session;
  session.enter();
  session.scope = frame.scope;
  session.frame = frame;
  session.propagates = true;
  try {
    return action();
  } finally {
    session.scope = scope;
    session.frame = caller;
    session.propagates = propagates;
    session.depth--;
  }
}

const baseCalls = new WeakMap<Frame, NonNullable<BodyCall['onBaseCall']>>();

/** `: base(…)` of the constructor that runs. */
export function callBase(frame: Frame, args: readonly unknown[]): void {
  baseCalls.get(frame)?.(frame, args);
}
