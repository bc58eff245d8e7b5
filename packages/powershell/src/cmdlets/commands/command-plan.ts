import { cmdletPlan } from '../../runtime/binder/cmdlet-plan.ts';
import type { BindingPlan } from '../../runtime/binder/binding-plan.ts';
import type { Command, NativeProgram } from '../../runtime/engine/command.ts';
import { Frame } from '../../runtime/engine/frame.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { emptySlots } from '../../runtime/engine/variable-table.ts';

/** What a command takes: of a cmdlet from its contract, of a function or script from its param block. */
export function commandPlan(session: Session, command: Exclude<Command, NativeProgram>): BindingPlan {
  if (command.kind === 'cmdlet') return cmdletPlan(command);
  const { code, closure } = command;
  const frame = new Frame({
    session,
    scope: closure ?? session.scope,
    source: code.source,
    slots: emptySlots(code.layout.size),
    streams: session.streams,
  });
  return code.contract(frame).binding;
}
