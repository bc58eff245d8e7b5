/** The names that were most likely meant: so many letters changed, left out, added or out of order at most. */
export function similarNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  const furthest = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  const near = [...new Set(known)].map((each) => ({ each, distance: editDistance(wanted, each.toLowerCase()) }));
  const fitting = near.filter(({ distance }) => distance <= furthest);
  return fitting
    .toSorted((a, b) => a.distance - b.distance || (a.each < b.each ? -1 : 1))
    .slice(0, 5)
    .map(({ each }) => each);
}

/** Letters to change, leave out, add, or change places with the next one (Damerau's and Levenshtein's distance). */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const changed = row[column - 1]! + Number(from[line - 1] !== to[column - 1]);
      const isSwapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      const swapped = isSwapped ? before[column - 2]! + 1 : Infinity;
      next.push(Math.min(changed, swapped, row[column]! + 1, next[column - 1]! + 1));
    }
    [before, row] = [row, next];
  }
  return row[to.length]!;
}
