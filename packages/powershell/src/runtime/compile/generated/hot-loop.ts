import type { Frame } from '../../engine/frame.ts';
import type { Output } from '../../engine/output.ts';
import type { Enumerator } from '../../values/enumerator.ts';
import type { Compiler } from '../compiler.ts';
import type { LoopAst } from './emit-loop.ts';
import { type GeneratedLoop, generateLoop } from './generated-loop.ts';

/** A loop asks once in so many turns whether the rest of it is done by generated code. */
export const turnsBetweenVisits = 64;
const visitsUntilHot = 12;

/** Counts how often a loop comes by, and makes JavaScript of one that turns often, if it can be had. */
export class HotLoop {
  readonly #compiler: Compiler;
  readonly #ast: LoopAst;
  #visits = 0;
  #generated: GeneratedLoop | undefined;

  constructor(compiler: Compiler, ast: LoopAst) {
    this.#compiler = compiler;
    this.#ast = ast;
  }

  /** Does the rest of the loop, from its next condition on; false when the loop has to go on by itself. */
  finishes(frame: Frame, out: Output, items?: Enumerator): boolean {
    if (++this.#visits === visitsUntilHot) this.#generated = generateLoop(this.#compiler, this.#ast);
    return this.#generated !== undefined && this.#generated(frame, out, items);
  }
}
