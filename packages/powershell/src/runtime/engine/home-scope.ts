import type { Scope } from './scope.ts';
import type { Session } from './session.ts';

/**
 * The scope from which code runs: that of the innermost call of its own module, or of no module for code outside of
 * any; its module's top level when none of it runs.
 */
export function homeScope(session: Session, closure: Scope | undefined): Scope {
  const module = closure?.module;
  if (session.scope.module === module) return session.scope;
  for (let frame = session.frame; frame; frame = frame.caller) {
    if (frame.scope.module === module) return frame.scope;
  }
  return closure ?? session.global;
}
