import type { AnyAst, CommandAst, CommandElementAst, PipelineAst } from '../syntax/ast.ts';
import { childNodes } from '../syntax/child-nodes.ts';
import { parse } from '../syntax/parser/parse.ts';

/** The command that an input ends in, with the word at the cursor as its last element. */
export interface CommandAtCursor {
  readonly command: CommandAst;
  /** Its name, where it is a plain word. */
  readonly name: string | undefined;
  /** What stands before the word, the name included. */
  readonly elements: readonly CommandElementAst[];
  readonly last: CommandElementAst;
  /** What has been typed of the word. */
  readonly word: string;
  readonly pipeline: PipelineAst | undefined;
  readonly script: AnyAst;
  /** The nodes around the command, from the outermost. */
  readonly path: readonly AnyAst[];
}

/** Finds the command, by reading the input as if one more letter had been typed where the word is still empty. */
export function commandAtCursor(before: string): CommandAtCursor | undefined {
  const isEmpty = /(?:^|[\s({|;&=,:])-?$/.test(before);
  const text = isEmpty ? `${before}x` : before;
  const { ast } = parse(text);
  const path = pathTo(ast, text.length);
  const index = path.findLastIndex(({ type }) => type === 'Command');
  const command = path[index];
  if (command?.type !== 'Command') return undefined;
  const last = command.elements.at(-1)!;
  const above = path[index - 1];
  return {
    command,
    name: nameOf(command),
    elements: command.elements.slice(0, -1),
    last,
    word: text.slice(last.start, isEmpty ? -1 : undefined),
    pipeline: above?.type === 'Pipeline' ? above : undefined,
    script: ast,
    path: path.slice(0, index),
  };
}

const nameOf = ({ elements: [first] }: CommandAst): string | undefined =>
  first?.type === 'StringConstantExpression' ? first.value : undefined;

/** The nodes that end at an offset, from the outermost. */
export function pathTo(root: AnyAst, offset: number): AnyAst[] {
  const path: AnyAst[] = [root];
  for (;;) {
    const next = childNodes(path.at(-1)!).findLast((child) => child.start < offset && child.end >= offset);
    if (!next) return path;
    path.push(next);
  }
}

/** All nodes of a tree, in its order. */
export function* allNodes(root: AnyAst): Generator<AnyAst> {
  yield root;
  for (const child of childNodes(root)) yield* allNodes(child);
}
