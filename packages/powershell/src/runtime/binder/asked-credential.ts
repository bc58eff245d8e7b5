import { askCredential } from '../../cmdlets/security/ask.ts';
import { ScriptError } from '../errors/script-error.ts';
import { Credential } from '../values/credential.ts';
import { runningSession } from '../values/running-session.ts';
import { toText } from '../values/to-text.ts';
import type { Transformation } from './plan-parameter.ts';

/** A user's name becomes a credential by asking for its password. Source: CredentialAttribute.Transform. */
export const askedCredential: Transformation = (value, { coerce, isDefault }) => {
  if (value instanceof Credential || isDefault || !coerce) return value;
  const { host } = runningSession();
  return askCredential(
    {
      host,
      throwTerminating: (record) => {
        throw new ScriptError(record);
      },
    },
    { userName: value === null ? undefined : toText(value) },
  );
};
