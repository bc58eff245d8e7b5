import { nothing } from '../values/nothing.ts';
import { runningSession } from '../values/running-session.ts';
import type { RunScriptMember } from './get-member.ts';

/** Runs the script of a member on behalf of the running session, with `$this`. */
export const runScript: RunScriptMember = (member, self, args) => {
  const block = member.kind === 'script' ? member.getter : member.script;
  const value = runningSession().callBlock(block, { args, variables: { this: self } });
  return value === nothing ? null : value;
};
