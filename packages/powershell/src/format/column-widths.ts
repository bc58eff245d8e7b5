const separator = 1;
const minimum = 1;

/**
 * The widths that columns get in a table: 0 shares what is left evenly, and the last columns are narrowed, then hidden (-1), where there
 * is not enough. Source: ColumnWidthManager.
 */
export function fitColumns(wanted: readonly number[], tableWidth: number): number[] {
  const shared = shareRest(wanted, tableWidth);
  return trimToFit(shared, tableWidth);
}

function shareRest(wanted: readonly number[], tableWidth: number): number[] {
  const flexible = wanted.flatMap((width, index) => (width <= 0 ? [index] : []));
  const widths = wanted.map((width) => (width <= 0 ? minimum : width));
  const rest = tableWidth - totalWidth(widths);
  if (rest <= 0 || flexible.length === 0) return widths;
  const each = Math.floor(rest / flexible.length);
  const more = rest % flexible.length;
  for (const [order, index] of flexible.entries()) widths[index]! += each + (order < more ? 1 : 0);
  return widths;
}

function trimToFit(widths: number[], tableWidth: number): number[] {
  for (let last = widths.length - 1; last >= 0; last--) {
    const excess = totalWidth(widths) - tableWidth;
    if (excess <= 0) return widths;
    const left = widths[last]! - excess;
    widths[last] = left < minimum ? -1 : left;
  }
  return widths;
}

function totalWidth(widths: readonly number[]): number {
  const visible = widths.filter((width) => width > 0);
  return visible.reduce((sum, width) => sum + width, 0) + separator * (visible.length - 1);
}

/** How many columns of a width fit on a line of a wide view. Source: ComputeWideViewBestItemsPerRowFit. */
export function columnsThatFit(itemWidth: number, tableWidth: number): number {
  if (itemWidth <= 0 || tableWidth < 1 || itemWidth >= tableWidth) return 1;
  let columns = 1;
  while (itemWidth * (columns + 1) + columns * separator < tableWidth) columns++;
  return columns;
}
