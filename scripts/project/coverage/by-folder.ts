// Coverage by folder, from the summary by file that c8 writes.

/** Counts of one file or folder. */
export interface Covered {
  readonly lines: { readonly total: number; readonly covered: number };
  readonly functions: { readonly total: number; readonly covered: number };
}

/** By absolute path, and the sum under `total`. */
export type CoverageSummary = Readonly<Record<string, Covered>>;

/**
 * A table with one row per folder, two levels deep (three below `scripts/contract`), and the least covered
 * first.
 *
 * @param root the project's folder
 */
export function coverageByFolder(summary: CoverageSummary, root: string): string {
  const folders = new Map<string, Covered>();
  for (const [path, covered] of Object.entries(summary)) {
    if (path === "total") continue;
    const folder = folderOf(path.slice(root.length).replaceAll("\\", "/").replace(/^\//, ""));
    folders.set(folder, sum(folders.get(folder), covered));
  }
  const rows = [...folders].sort(([, a], [, b]) => share(a.functions) - share(b.functions));
  const width = Math.max(6, ...rows.map(([folder]) => folder.length));
  return [
    `${"folder".padEnd(width)}  lines  functions  functions never called`,
    ...rows.map(([folder, { lines, functions }]) =>
      [
        folder.padEnd(width),
        percent(lines).padStart(5),
        percent(functions).padStart(9),
        String(functions.total - functions.covered),
      ].join("  "),
    ),
  ].join("\n");
}

function folderOf(path: string): string {
  const parts = path.split("/").slice(0, -1);
  return parts.slice(0, path.startsWith("scripts/contract/") ? 3 : 2).join("/");
}

function sum(a: Covered | undefined, b: Covered): Covered {
  const both = (name: keyof Covered) => ({
    total: (a?.[name].total ?? 0) + b[name].total,
    covered: (a?.[name].covered ?? 0) + b[name].covered,
  });
  return { lines: both("lines"), functions: both("functions") };
}

function share({ total, covered }: Covered["lines"]): number {
  return total === 0 ? 1 : covered / total;
}

function percent(part: Covered["lines"]): string {
  return `${(100 * share(part)).toFixed(1)}%`;
}
