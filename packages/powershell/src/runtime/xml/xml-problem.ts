/** Cuts a document into its marks; what stands between is text. */
const marks =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|<(\/?)([^\s/>]+)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</g;

interface Open {
  readonly name: string;
  readonly place: string;
}

/** Whether a text is read as a document, or node by node into one that exists, as a cast does. */
export type XmlReading = 'document' | 'nodes';

/** What .NET says of a text that is no document; undefined when tags are well nested. Source: XmlTextReaderImpl, XmlLoader. */
export function xmlProblem(text: string, reading: XmlReading): string | undefined {
  const at = placeIn(text);
  const open: Open[] = [];
  let roots = 0;
  for (const match of text.matchAll(marks)) {
    const [all, slash, name, , empty] = match;
    const problem = outsideProblem(text, match, { depth: open.length, roots });
    if (problem !== undefined)
      return reading === 'nodes' && (problem === secondRoot || !all.startsWith('<'))
        ? asNodes[problem]
        : `${problem} ${at(match.index)}`;
    if (name === undefined) continue;
    if (slash === '/') {
      const last = open.pop();
      if (last?.name !== name) return mismatch(last, name, at(match.index + 2));
    } else if (empty !== '/') open.push({ name, place: startOf(text, match.index + 1) });
    if (slash === '' && open.length === (empty === '/' ? 0 : 1)) roots++;
    if (all === '<') return `Name cannot begin with the '<' character. ${at(match.index)}`;
  }
  return endProblem(open, roots, at(text.length));
}

interface State {
  readonly depth: number;
  readonly roots: number;
}

const notAtRoot = 'Data at the root level is invalid.';
const secondRoot = 'There are multiple root elements.';

/** The same faults as they are told when nodes are put into a document. */
const asNodes = {
  [notAtRoot]:
    'The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.',
  [secondRoot]: "This document already has a 'DocumentElement' node.",
} as const;

/** Outside of the root there is no text and no second root; a tag has at least four characters. */
function outsideProblem(
  text: string,
  { 0: all, 1: slash, index }: RegExpExecArray,
  { depth, roots }: State,
): keyof typeof asNodes | undefined {
  if (depth > 0) return undefined;
  if (!all.startsWith('<')) return all.trim() === '' ? undefined : notAtRoot;
  if (text.length - index < 4) return notAtRoot;
  return slash === '' && roots > 0 ? secondRoot : undefined;
}

function mismatch(open: Open | undefined, name: string, place: string): string {
  if (!open) return `Unexpected end tag. ${place}`;
  return `The '${open.name}' start tag on ${open.place} does not match the end tag of '${name}'. ${place}`;
}

function endProblem(open: readonly Open[], roots: number, place: string): string | undefined {
  if (open.length > 0) {
    const names = open.map(({ name }) => name).toReversed();
    return `Unexpected end of file has occurred. The following elements are not closed: ${names.join(', ')}. ${place}`;
  }
  return roots === 0 ? 'Root element is missing.' : undefined;
}

function lineAndColumn(text: string, index: number): readonly [number, number] {
  const before = text.slice(0, index);
  return [before.split('\n').length, index - before.lastIndexOf('\n')];
}

const placeIn =
  (text: string) =>
  (index: number): string => {
    const [line, column] = lineAndColumn(text, index);
    return `Line ${line}, position ${column}.`;
  };

function startOf(text: string, index: number): string {
  const [line, column] = lineAndColumn(text, index);
  return `line ${line} position ${column}`;
}
