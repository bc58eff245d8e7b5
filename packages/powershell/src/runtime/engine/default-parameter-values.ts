import { containsWildcards, WildcardPattern } from '../../dotnet/text/wildcard.ts';
import type { DefaultArgument } from '../binder/command-binding.ts';
import type { BindingPlan } from '../binder/binding-plan.ts';
import type { PlanParameter } from '../binder/plan-parameter.ts';
import { Dictionary } from '../values/dictionary.ts';
import { nothing } from '../values/nothing.ts';
import { runningSession } from '../values/running-session.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { Session } from './session.ts';

interface DefaultKey {
  readonly command: string;
  readonly parameter: string;
}

/** `command:parameter`, either part in quotes if it needs them. */
function readKey(key: string): DefaultKey | undefined {
  const found = /^\s*(?:'([^']+)'|"([^"]+)"|([^:'"]+?))\s*:\s*(?:'([^']+)'|"([^"]+)"|([^:'"]+?))\s*$/.exec(key);
  if (!found) return undefined;
  return { command: (found[1] ?? found[2] ?? found[3])!, parameter: (found[4] ?? found[5] ?? found[6])! };
}

const isMatch = (pattern: string, name: string): boolean => new WildcardPattern(pattern).isMatch(name);

/** What `$PSDefaultParameterValues` has for a command. Source: CmdletParameterBinderController.GetDefaultParameterValuePairs. */
export function defaultArguments(session: Session, command: string, plan: BindingPlan): readonly DefaultArgument[] {
  const table = session.scope.find('psdefaultparametervalues')?.value;
  if (!(table instanceof Dictionary) || table.size === 0) return [];
  const found = new Map<PlanParameter, unknown>();
  for (const [key, value] of table.pairs()) {
    const text = toText(key).trim();
    if (text.toLowerCase() === 'disabled' && isTrue(value)) return [];
    const names = readKey(text);
    if (!names || !isFor(session, names.command, command)) continue;
    const parameter = parameterFor(plan, names.parameter);
    if (parameter && !found.has(parameter)) found.set(parameter, value);
  }
  return [...found].flatMap(([parameter, value]) => evaluate(parameter, value));
}

function isFor({ scope }: Session, wanted: string, command: string): boolean {
  if (isMatch(wanted, command)) return true;
  const target = scope.findAlias(wanted.toLowerCase());
  return target?.toLowerCase() === command.toLowerCase();
}

/** The one parameter that a name or pattern means. */
function parameterFor(plan: BindingPlan, name: string): PlanParameter | undefined {
  if (!containsWildcards(name)) {
    const key = name.toLowerCase();
    const exact = plan.parameters.find(
      (each) => each.key === key || each.aliases.some((alias) => alias.toLowerCase() === key),
    );
    if (exact) return exact;
  }
  const pattern = containsWildcards(name) ? name : `${name}*`;
  const matches = plan.parameters.filter((each) =>
    [each.name, ...each.aliases].some((known) => isMatch(pattern, known)),
  );
  return matches.length === 1 ? matches[0] : undefined;
}

/** A script block is run for its value; without one there is no default. */
function evaluate(parameter: PlanParameter, value: unknown): DefaultArgument[] {
  if (!(value instanceof ScriptBlock)) return [{ parameter, value }];
  const made = runningSession().callBlock(value, {});
  return made === nothing ? [] : [{ parameter, value: made }];
}
