import { completeAttribute } from './complete-attribute.ts';
import { completeArgument } from './complete-argument.ts';
import { completeCommand } from './complete-command.ts';
import { completeComment } from './complete-comment.ts';
import { completeMember } from './complete-member.ts';
import { completeName } from './complete-name.ts';
import { completeOperator } from './complete-operator.ts';
import { completeParameter } from './complete-parameter.ts';
import { completeTableKey } from './complete-table-key.ts';
import { completeType } from './complete-type.ts';
import { completeVariable } from './complete-variable.ts';
import type { Completion, CompletionRequest, Found } from './completion.ts';

/** The kinds of completion; the first that knows what stands before the cursor answers. */
const kinds: readonly ((request: CompletionRequest) => Found | undefined)[] = [
  completeComment,
  completeVariable,
  completeName,
  completeAttribute,
  completeTableKey,
  completeType,
  completeMember,
  completeOperator,
  completeParameter,
  completeArgument,
  completeCommand,
];

/** Completes an input at the cursor. Source: CommandCompletion.CompleteInput, as TabExpansion2 calls it. */
export function complete(request: CompletionRequest): Completion {
  const { length } = request.before;
  for (const kind of kinds) {
    const found = kind(request);
    if (found) return completion(length, found);
  }
  return completion(length, { length: 0, matches: [] });
}

function completion(cursor: number, { length, matches }: Found): Completion {
  return { replacementIndex: cursor - length, replacementLength: length, matches };
}
