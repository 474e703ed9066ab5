// Tables of a benchmark, as text that lines up.

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the reader must know to judge the figures. */
  readonly note?: string;
}

/** The first column is text and starts at the left; the others are figures and end at the right. */
export function printTable({ title, columns, rows, note }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [
    `\n${title}`,
    line(columns),
    rule,
    ...rows.map(line),
    ...(note === undefined ? [] : [note]),
    "",
  ].join("\n");
}
