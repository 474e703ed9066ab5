// Formats the tables of a benchmark as aligned text.

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the reader must know to interpret the figures. */
  readonly note?: string;
}

/** Formats a table. The first column is text, aligned left; the others are figures, aligned right. */
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
