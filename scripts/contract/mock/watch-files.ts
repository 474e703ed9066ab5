// Reloads a mock whenever one of its files changes.
import { unwatchFile, watchFile } from "node:fs";
import { DocumentError } from "../document/document.ts";
import type { StartedMock } from "./start-mock.ts";

/** Result of a reload. */
export interface WatchReport {
  /**
   * Sentences about data that no longer fits; undefined if the files cannot be used, and the mock continues
   * as before.
   */
  readonly lost: readonly string[] | undefined;
  /** Why the files cannot be used. */
  readonly problem: string | undefined;
}

/**
 * Polls the files, which works on every file system and also finds changes by editors that replace the file.
 * Returns a function that stops it.
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
    // The previous files are watched too: a missing file may be why the last reload failed.
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
