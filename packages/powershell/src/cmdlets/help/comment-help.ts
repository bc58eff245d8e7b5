/** What the comments of a function or script tell. Source: CommentHelpInfo. */
export interface CommentHelp {
  readonly sections: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly examples: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly links: readonly string[];
  /** The command whose help is shown instead. */
  readonly forwardedTo?: string;
}

const directive = /^\s*\.(\w+)(\s+(.*?))?\s*$/;
const blank = /^\s*$/;

const withArgument = new Set([
  'PARAMETER',
  'FORWARDHELPTARGETNAME',
  'FORWARDHELPCATEGORY',
  'REMOTEHELPRUNSPACE',
  'EXTERNALHELP',
]);
const single = new Set(['SYNOPSIS', 'DESCRIPTION', 'NOTES', 'COMPONENT', 'ROLE', 'FUNCTIONALITY']);
const lists = { LINK: 'links', EXAMPLE: 'examples', INPUTS: 'inputs', OUTPUTS: 'outputs' } as const;

/** Lines of comments without their marks. */
export function commentLines(comments: readonly string[]): string[] {
  return comments.flatMap((comment) => {
    if (comment.startsWith('<#')) return comment.slice(2, -2).split(/\r?\n/);
    return [comment.replace(/^#+/, '')];
  });
}

/** Reads help; undefined for comments that are none, or that have a directive that help does not know. */
export function readCommentHelp(lines: readonly string[]): CommentHelp | undefined {
  const help = {
    sections: {} as Record<string, string>,
    parameters: new Map<string, string>(),
    examples: [] as string[],
    inputs: [] as string[],
    outputs: [] as string[],
    links: [] as string[],
    forwardedTo: undefined as string | undefined,
  };
  let found = false;
  for (let index = 0; index < lines.length;) {
    const match = directive.exec(lines[index]!);
    if (!match && !blank.test(lines[index]!)) return undefined;
    index++;
    if (!match) continue;
    const { text, next } = readSection(lines, index);
    if (!place(help, match[1]!.toUpperCase(), match[3], text)) return undefined;
    found = true;
    index = next;
  }
  const { forwardedTo, ...rest } = help;
  if (!found) return undefined;
  return forwardedTo === undefined ? rest : { ...rest, forwardedTo };
}

interface Gathered {
  readonly sections: Record<string, string>;
  readonly parameters: Map<string, string>;
  readonly examples: string[];
  readonly inputs: string[];
  readonly outputs: string[];
  readonly links: string[];
  forwardedTo: string | undefined;
}

function place(help: Gathered, name: string, argument: string | undefined, text: string): boolean {
  if (argument) {
    if (!withArgument.has(name)) return false;
    const key = argument.trim().toLowerCase();
    if (name === 'PARAMETER' && !help.parameters.has(key)) help.parameters.set(key, text);
    if (name === 'FORWARDHELPTARGETNAME') help.forwardedTo = argument.trim();
    return true;
  }
  if (single.has(name)) help.sections[name] = text;
  else if (name in lists) help[lists[name as keyof typeof lists]].push(text);
  else return false;
  return true;
}

/** The lines up to the next directive, with the first one's indentation taken from all. */
export function readSection(lines: readonly string[], from: number): { readonly text: string; readonly next: number } {
  let next = from;
  while (next < lines.length && blank.test(lines[next]!)) next++;
  const first = lines[next];
  const indent = first === undefined || directive.test(first) ? 0 : /^[ \t\u00a0]*/.exec(first)![0].length;
  const kept: string[] = [];
  for (; next < lines.length && !directive.test(lines[next]!); next++) {
    const line = lines[next]!;
    const own = /^[ \t\u00a0]*/.exec(line)![0].length;
    kept.push(line.slice(Math.min(indent, own)));
  }
  return { text: kept.map((line) => `${line}\n`).join(''), next };
}
