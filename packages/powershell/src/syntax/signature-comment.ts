const begin = Array.from('sig#beginsignatureblock\n');
/** How many characters may be other than those of the line that begins a signature. Source: Tokenizer.ScanToEndOfCommentLine. */
const tolerance = 10;

/** Whether a comment before `end` looks like a line that begins or ends a signature, blanks and case aside. */
export function looksLikeSignature(comment: string, end: string): boolean {
  if (comment.length < begin.length - tolerance) return false;
  const characters = comment.slice(1).replaceAll(/\s/g, '').toLowerCase() + (end === '' ? '\0' : end);
  return Math.abs(characters.length - begin.length) <= tolerance && isNear(characters);
}

/** Whether fewer edits than the tolerance make the text the wanted line (Levenshtein). */
function isNear(text: string): boolean {
  let distances = begin.map((_, index) => index + 1);
  for (let row = 0; row < text.length; row++) {
    distances = nextRow(text.charAt(row), row, distances);
    if (Math.min(...distances) >= tolerance) return false;
  }
  return distances.at(-1)! < tolerance;
}

function nextRow(character: string, row: number, above: readonly number[]): number[] {
  let left = row + 1;
  return begin.map((wanted, column) => {
    const diagonal = column === 0 ? row : above[column - 1]!;
    left = character === wanted ? diagonal : Math.min(above[column]!, left, diagonal) + 1;
    return left;
  });
}
