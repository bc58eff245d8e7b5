import type { LineOutput } from './line-output.ts';

/** A piece of a custom view: text, the end of a line, or an indented part. */
export type FormatNode = string | typeof lineEnd | FormatFrame;

export const lineEnd = Symbol('line end');

export interface FormatFrame {
  readonly left: number;
  readonly right?: number;
  /** Cells that the first line of a paragraph is further in, or, negative, the others. */
  readonly firstLine?: number;
  readonly nodes: readonly FormatNode[];
}

interface Indent {
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
}

/** Deeper parts of a custom view are left out. Source: ComplexWriter.maxRecursionDepth. */
const maximumDepth = 50;

/** Writes a custom view; a last line is ended even when it is empty. Source: ComplexWriter. */
export function writeNodes(nodes: readonly FormatNode[], output: LineOutput, width = output.width): void {
  const pending: string[] = [];
  const top: Indent = { left: 0, right: 0, firstLine: 0 };
  const flush = (indent: Indent): void => {
    writeParagraph(pending.splice(0).join(''), indent, { output, width });
  };
  const visit = (part: readonly FormatNode[], indent: Indent, depth: number): void => {
    for (const node of part) {
      if (typeof node === 'string') pending.push(node);
      else if (node === lineEnd) flush(indent);
      else if (depth < maximumDepth) visit(node.nodes, indentBy(indent, node), depth + 1);
    }
  };
  visit(nodes, top, 0);
  flush(top);
}

function indentBy(outer: Indent, { left, right = 0, firstLine = 0 }: FormatFrame): Indent {
  return { left: outer.left + left, right: outer.right + right, firstLine };
}

function writeParagraph(
  text: string,
  indent: Indent,
  { output, width }: { readonly output: LineOutput; readonly width: number },
): void {
  const useful = width - indent.left - indent.right;
  const firstLine = Math.abs(indent.firstLine) >= useful ? 0 : indent.firstLine;
  const outdent = Math.max(0, firstLine);
  const hanging = Math.max(0, -firstLine);
  const lines = useful > 0 ? output.fold(text, { first: useful - outdent, following: useful - hanging }) : [''];
  for (const [index, line] of lines.entries()) {
    output.writeLine(' '.repeat(indent.left + (index === 0 ? outdent : hanging)) + line);
  }
}
