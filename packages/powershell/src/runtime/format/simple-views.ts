/** One object: names of its properties with their texts. */
export type Row = readonly (readonly [name: string, text: string, side: 'left' | 'right'])[];

/** Columns as wide as their widest cell, with a blank line before and behind. */
export function tableView(rows: readonly Row[]): string {
  const names = rows[0]!.map(([name]) => name);
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]![1].length)));
  const sides = rows[0]!.map(([, , side]) => side);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        sides[column] === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join(' ')
      .trimEnd();
  const body = rows.map((row) => line(row.map(([, text]) => text)));
  return `\n${[line(names), line(names.map((name) => '-'.repeat(name.length))), ...body].join('\n')}\n\n`;
}

/** `Name : value`, the names as wide as the longest, with a blank line before and behind each object. */
export function listView(rows: readonly Row[]): string {
  const width = Math.max(...rows[0]!.map(([name]) => name.length));
  const objects = rows.map((row) => row.map(([name, text]) => `${name.padEnd(width)} : ${text}`.trimEnd()).join('\n'));
  return `\n${objects.join('\n\n')}\n\n`;
}
