import type { Session } from '../engine/session.ts';

/** `$ExecutionContext`, and the objects in it, which work on the session. Source: EngineIntrinsics. */
export class EngineIntrinsics {
  readonly typeName = 'System.Management.Automation.EngineIntrinsics';
  readonly invokeCommand: CommandInvocation;
  readonly sessionState: SessionState;

  constructor(session: Session) {
    this.invokeCommand = new CommandInvocation(session);
    this.sessionState = new SessionState(session);
  }
}

/** Source: CommandInvocationIntrinsics. */
export class CommandInvocation {
  readonly typeName = 'System.Management.Automation.CommandInvocationIntrinsics';
  readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }
}

/** Source: System.Management.Automation.SessionState. */
export class SessionState {
  readonly typeName = 'System.Management.Automation.SessionState';
  readonly session: Session;
  readonly variables: SessionVariables;

  constructor(session: Session) {
    this.session = session;
    this.variables = new SessionVariables(session);
  }
}

/** Source: PSVariableIntrinsics. */
export class SessionVariables {
  readonly typeName = 'System.Management.Automation.PSVariableIntrinsics';
  readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }
}
