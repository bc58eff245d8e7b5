import { settleError } from '../../engine/statement-error.ts';
import type { Frame } from '../../engine/frame.ts';
import type { Variable } from '../../engine/variable.ts';
import { runScriptMember } from '../../engine/call-block.ts';
import { type Output, writeEnumerated } from '../../engine/output.ts';
import { assignIndex } from '../../members/index-value.ts';
import type { Enumerator } from '../../values/enumerator.ts';
import { valueOrNull } from '../../values/nothing.ts';
import { Double } from '../../values/number-types.ts';
import { isTrue } from '../../values/truth.ts';
import type { Compiler } from '../compiler.ts';
import { elementOf } from '../members.ts';
import { textIn } from '../strings.ts';
import { emitLoop, type LoopAst } from './emit-loop.ts';
import { Emitter, NotComputable } from './emitter.ts';

/**
 * Runs a loop to its end from the state that the variables are in, a `foreach` with what its enumerator has left; false
 * when the variables are not such that it can.
 */
export type GeneratedLoop = (frame: Frame, out: Output, items?: Enumerator) => boolean;

/**
 * Makes JavaScript of a loop of expressions, assignments, `if` and loops. Its variables are local ones of the generated
 * function, which V8 keeps in registers, and are written back around whatever else may look at them. Undefined for all
 * other loops, those with commands above all, and where the surroundings forbid generated code.
 */
export function generateLoop(c: Compiler, ast: LoopAst): GeneratedLoop | undefined {
  const emitter = new Emitter(c);
  try {
    emitLoop(emitter, ast, []);
    emitter.flush();
    return instantiate(emitter);
  } catch (error) {
    if (error instanceof NotComputable || error instanceof EvalError) return undefined;
    throw error;
  }
}

const helpers = {
  isTrue,
  Double,
  valueOrNull,
  assignIndex,
  elementOf,
  textIn,
  writeEnumerated,
  runScriptMember,
  settle: settleError,
  /** The variable behind an assigned name: it has to exist in this scope, and to take any value. */
  own: ({ slots, scope }: Frame, key: string, slot: number): Variable | undefined => {
    const variable = slots[slot]?.live ? slots[slot] : scope.variables.get(key);
    return variable && variable.options.length === 0 && !variable.constraint ? variable : undefined;
  },
  find: ({ scope }: Frame, key: string): Variable | undefined => scope.find(key),
};

function instantiate(emitter: Emitter): GeneratedLoop {
  const { text, constants, locals } = emitter;
  const entries = [...locals.values()].map(({ name, key, slot, assigned }) => {
    const quoted = JSON.stringify(key);
    const found = assigned ? `own(frame, ${quoted}, ${slot})` : `find(frame, ${quoted})`;
    return `const ${name}_ = ${found}; if (!${name}_) return false; let ${name} = ${name}_.value ?? null;`;
  });
  const source = `return (frame, out, items) => {
const { watch } = frame.session;
let succeeded = true;
${entries.join('\n')}
${text}
frame.session.succeeded = succeeded;
return true;
};`;
  // oxlint-disable-next-line typescript/no-implied-eval -- made of the tree alone: names, text and numbers of the script are constants
  const make = new Function('constants', ...Object.keys(helpers), source);
  return make(constants, ...Object.values(helpers)) as GeneratedLoop;
}
