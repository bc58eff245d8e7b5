import { WildcardPattern } from '../../dotnet/index.ts';
import type { ProcessTable } from '../../host/processes.ts';
import { listOfParameter, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { type NumericValue, toNumber } from '../../runtime/values/number-types.ts';
import { processRecord } from './process-errors.ts';
import { ProcessObject } from './process-object.ts';

/** The processes that `-Name`, `-Id` or `-InputObject` choose, by their names; all without them. */
export function matchingProcesses(context: CommandContext): readonly ProcessObject[] {
  const { session, parameters } = context;
  const table = session.capabilities.processes?.running ?? context.throwTerminating(processRecord('NoProcesses'));
  const given = listOfParameter(parameters, 'InputObject');
  const ids = listOfParameter(parameters, 'Id');
  const found =
    given?.filter((each) => each instanceof ProcessObject) ??
    ids?.flatMap((id) => byId(context, table, toNumber(id as NumericValue))) ??
    byNames(context, table);
  return Map.groupBy(found, ({ facts }) => facts.id)
    .values()
    .map(([first]) => first!)
    .toArray()
    .sort(compare);
}

function compare({ facts: left }: ProcessObject, { facts: right }: ProcessObject): number {
  const [one, other] = [left.name.toUpperCase(), right.name.toUpperCase()];
  if (one !== other) return one < other ? -1 : 1;
  return left.id - right.id;
}

function byId(context: CommandContext, table: ProcessTable, id: number): readonly ProcessObject[] {
  const facts = table.find(id);
  if (facts) return [new ProcessObject(facts, table)];
  context.writeError(processRecord('NoProcessFoundForGivenId', [String(id)], id));
  return [];
}

function byNames(context: CommandContext, table: ProcessTable): readonly ProcessObject[] {
  const all = table.list().map((facts) => new ProcessObject(facts, table));
  const names = textsOf(context.parameters, 'Name');
  if (!names) return all;
  return names.flatMap((name) => {
    const pattern = new WildcardPattern(name);
    const found = all.filter(({ facts }) => pattern.isMatch(facts.name));
    if (found.length === 0 && !/[*?[]/.test(name)) {
      const problem = /^\d+$/.test(name) ? 'RecommendIdTagForGivenName' : 'NoProcessFoundForGivenName';
      context.writeError(processRecord(problem, [name], name));
    }
    return found;
  });
}
