import { elementsOf, listOf } from '../values/enumerate.ts';
import { Dictionary } from '../values/dictionary.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { callBlockForValue } from './call-block.ts';
import type { Frame } from './frame.ts';
import { Variable } from './variable.ts';

/** Runs a block with functions and variables of its own besides those in sight. Source: ScriptBlock.InvokeWithContext. */
export function invokeWithContext(
  frame: Frame,
  block: ScriptBlock,
  [functions, variables, args]: readonly unknown[],
): unknown {
  return callBlockForValue(frame, block, {
    args: listOf(args) ?? [],
    variables: Object.fromEntries(variablesOf(variables).map(({ name, value }) => [name, value])),
    functions: functionsOf(functions),
  });
}

const variablesOf = (given: unknown): Variable[] =>
  Array.from(elementsOf(given) ?? [given]).filter((each) => each instanceof Variable);

function functionsOf(given: unknown): ReadonlyMap<string, ScriptBlock> {
  const found = new Map<string, ScriptBlock>();
  if (!(given instanceof Dictionary)) return found;
  for (const [name, block] of given.pairs()) if (block instanceof ScriptBlock) found.set(toText(name), block);
  return found;
}
