import { drivesOf } from '../../providers/drives.ts';
import type { RunningSession } from '../values/running-session.ts';
import { callBlockForValue } from './call-block.ts';
import { openShell } from './shell-runspace.ts';
import type { Session } from './session.ts';

/** A session as the values of the language see it while its script runs. */
export const asRunning = (session: Session): RunningSession => ({
  types: session.types,
  host: session.host,
  environment: session.environment,
  capabilities: session.capabilities,
  style: session.style,
  typeData: session.typeData,
  hasDrive: (name) => drivesOf(session).find(name) !== undefined,
  openShell: () => openShell(session),
  compile: (text) => session.compile(text),
  callBlock: (block, call) =>
    callBlockForValue({ session, streams: session.frame?.streams ?? session.streams }, block, call),
});
