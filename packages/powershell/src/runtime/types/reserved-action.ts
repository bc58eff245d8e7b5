import { scriptError } from '../errors/script-error.ts';
import { EnumValue } from '../values/enum-value.ts';

/** What a preference may be, but for the one value that no command understands. Source: ActionPreference.Suspend. */
export function requireUsableAction(value: unknown): void {
  if (!(value instanceof EnumValue) || value.typeName !== 'System.Management.Automation.ActionPreference') return;
  if (value.text() === 'Suspend') throw scriptError('ReservedActionPreference', [value.text()]);
}
