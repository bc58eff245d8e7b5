/** The names that were most likely meant: so many letters changed, left out or added at most. */
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

/** Levenshtein's distance. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const changed = row[column - 1]! + Number(from[line - 1] !== to[column - 1]);
      next.push(Math.min(changed, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
