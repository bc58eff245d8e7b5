import { homeScope } from '../../runtime/engine/home-scope.ts';
import { LoopEscape } from '../../runtime/compile/loop-escape.ts';
import type { Statement } from '../../runtime/compile/compiled.ts';
import { callBlockForValue } from '../../runtime/engine/call-block.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Frame } from '../../runtime/engine/frame.ts';
import { Collector } from '../../runtime/engine/output.ts';
import { Scope } from '../../runtime/engine/scope.ts';
import { valueOrNull } from '../../runtime/values/nothing.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import type { AnyAst } from '../../syntax/ast.ts';
import { childNodes } from '../../syntax/child-nodes.ts';
import type { RunBlock } from './property-parameter.ts';

type BlockContext = Pick<CommandContext, 'session' | 'streams'>;

/** Runs a block on `$_` in a scope of its own; its errors come out, as those of calculated properties do. */
export function itemBlock(context: BlockContext): RunBlock {
  let last: { readonly block: ScriptBlock; readonly run: (item: unknown) => unknown } | undefined;
  return (block, item) => {
    if (last?.block !== block) last = { block, run: prepared(context, block) };
    const { run } = last;
    return propagating(context.session, () => valueOrNull(run(item)));
  };
}

/** How a block is run on one item after the other: without a call of a command where it is only statements. */
function prepared(context: BlockContext, block: ScriptBlock): (item: unknown) => unknown {
  const { ast, begin, clean, dynamicParam, end, process, text } = block.code;
  const body = process ?? end;
  const isPlain = !ast.paramBlock && !begin && !clean && !dynamicParam && !callVariables.test(text);
  if (isPlain && body && onlyReads(body === process ? ast.processBlock : ast.endBlock))
    return reader(context, block, body);
  if (isPlain && body)
    return (item) => {
      const frame = itemFrame(context, block);
      frame.scope.define('_', item);
      return valueOfBody(frame, body);
    };
  return (item) => callBlockForValue(context, block, { variables: { _: item } });
}

/** Variables that a call gives to the block. */
const callVariables = /\$(?:args|input|myinvocation|psboundparameters|pscmdlet)\b/i;

/** What leaves something behind in the scope that it runs in. */
const writing = new Set<AnyAst['type']>([
  'AssignmentStatement',
  'Command',
  'ForEachStatement',
  'FunctionDefinition',
  'TypeDefinition',
]);
const counting = new Set(['PlusPlus', 'MinusMinus', 'PostfixPlusPlus', 'PostfixMinusMinus']);

function onlyReads(node: AnyAst | undefined): boolean {
  if (!node) return true;
  if (writing.has(node.type) || (node.type === 'UnaryExpression' && counting.has(node.operator))) return false;
  return [...childNodes(node)].every((child) => onlyReads(child));
}

/** Runs a body that leaves nothing behind: the same frame does for all items. */
function reader(context: BlockContext, block: ScriptBlock, body: Statement): (item: unknown) => unknown {
  const frame = itemFrame(context, block);
  const variable = frame.scope.define('_', null);
  return (item) => {
    variable.value = item;
    return valueOfBody(frame, body);
  };
}

function itemFrame({ session, streams }: BlockContext, block: ScriptBlock): Frame {
  const { layout, source } = block.code;
  const scope = new Scope(homeScope(session, block.closure), { layout });
  return new Frame({ session, scope, source, slots: scope.variables.slots, streams });
}

function valueOfBody(frame: Frame, body: Statement): unknown {
  const { session } = frame;
  const { frame: callerFrame, scope: caller } = session;
  const out = new Collector();
  session.scope = frame.scope;
  session.frame = frame;
  try {
    const signal = body(frame, out);
    if (signal && signal.kind !== 'return') throw new LoopEscape(signal);
    return out.value;
  } finally {
    session.scope = caller;
    session.frame = callerFrame;
  }
}

/** Runs an action whose statements throw their errors on instead of reporting them. */
export function propagating<T>(session: CommandContext['session'], action: () => T): T {
  const before = session.propagates;
  session.propagates = true;
  try {
    return action();
  } finally {
    session.propagates = before;
  }
}
