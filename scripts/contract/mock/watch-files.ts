// Serves anew what a mock was read from, whenever one of its files changes.
import { unwatchFile, watchFile } from "node:fs";
import { DocumentError } from "../document/document.ts";
import type { StartedMock } from "./start-mock.ts";

/** What becomes of a change. */
export interface WatchReport {
  /** What of the state does not fit any more; undefined where the files cannot be used, and the mock goes on as before. */
  readonly lost: readonly string[] | undefined;
  /** Why they cannot be used. */
  readonly problem: string | undefined;
}

/**
 * Looks at the files now and then, which finds changes that editors make by putting another file in place, on every file system. Returns
 * what ends it.
 *
 * @param interval  milliseconds
 */
export function watchFiles(
  running: Pick<StartedMock, "files" | "reload">,
  report: (report: WatchReport) => void,
  interval = 300,
): () => void {
  let watched: readonly string[] = [];
  let isReading = false;
  let isStale = false;
  let isOver = false;
  const watch = (): void => {
    // Together with those of before: a file that is missed may be why the last change cannot be used.
    const files = new Set([...watched, ...running.files]);
    for (const file of files)
      if (!watched.includes(file)) watchFile(file, { interval, persistent: false }, changed);
    watched = [...files];
  };
  const changed = (): void => {
    isStale = true;
    if (!isReading) void read();
  };
  const read = async (): Promise<void> => {
    isReading = true;
    while (isStale && !isOver) {
      isStale = false;
      try {
        report({ lost: await running.reload(), problem: undefined });
      } catch (error) {
        report({ lost: undefined, problem: problemOf(error) });
      }
      watch();
    }
    isReading = false;
  };
  watch();
  return () => {
    isOver = true;
    for (const file of watched) unwatchFile(file, changed);
  };
}

function problemOf(error: unknown): string {
  if (error instanceof DocumentError) {
    const { place, message, fix } = error;
    return `${place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `}${message}; ${fix}`;
  }
  return error instanceof Error ? error.message : String(error);
}
