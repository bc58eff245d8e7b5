/** Cuts a document into its marks; what stands between is text. */
const marks =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|<(\/?)([^\s/>]+)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</g;

interface Open {
  readonly name: string;
  readonly place: string;
}

/** What .NET says of a text that is no document; undefined when tags are well nested. Source: XmlTextReaderImpl. */
export function xmlProblem(text: string): string | undefined {
  const at = placeIn(text);
  const open: Open[] = [];
  let roots = 0;
  for (const match of text.matchAll(marks)) {
    const [all, slash, name, , empty] = match;
    const problem = outsideProblem(text, match, { depth: open.length, roots });
    if (problem !== undefined) return `${problem} ${at(match.index)}`;
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

/** Outside of the root there is no text and no second root; a tag has at least four characters. */
function outsideProblem(
  text: string,
  { 0: all, 1: slash, index }: RegExpExecArray,
  { depth, roots }: State,
): string | undefined {
  if (depth > 0) return undefined;
  if (!all.startsWith('<')) return all.trim() === '' ? undefined : 'Data at the root level is invalid.';
  if (text.length - index < 4) return 'Data at the root level is invalid.';
  return slash === '' && roots > 0 ? 'There are multiple root elements.' : undefined;
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
