// Reads both sides of a comparison, even if the contract was added, moved or removed between them.
import { isDeepStrictEqual } from "node:util";
import type { OpenApiDocument } from "../document/document.ts";
import { git, resolveRevision } from "../document/git.ts";
import type { Move } from "./moved-contract.ts";
import { locateRange } from "./revision-range.ts";
import type { Reading } from "../document/read-document.ts";
import { locateSide, readBeside, readSide, type SideLocation } from "./side-location.ts";

/** Both documents of a comparison, and where they were read. */
export interface Sides {
  readonly before: OpenApiDocument;
  readonly after: OpenApiDocument;
  readonly base: SideLocation;
  readonly head: SideLocation;
  /** Undefined if the contract did not move. */
  readonly moved?: Move;
  /** A message about where the contract was found; undefined if it did not move. */
  readonly note: string | undefined;
}

type Read = (side: SideLocation) => Promise<OpenApiDocument>;

/**
 * Reads both sides. `head` undefined: the file in the working tree. `base` may be a range, `main...HEAD`:
 * from the merge base with main. A path on the command line must exist; one that is only implied may be
 * missing on one side: the contract was then moved, according to git, or added or removed.
 */
export async function readSides(
  base: string,
  head: string | undefined,
  defaultPath: string,
  cwd: string,
  reading: Reading = {},
): Promise<Sides> {
  const read: Read = (side) => readSide(side, cwd, reading);
  const [from, to] = await locateSides(base, head, defaultPath, cwd);
  // Nearly always both exist; asking git first would double the number of git processes. A document compared
  // with itself is read once.
  const first = read(from);
  const [before, after] = await Promise.allSettled([first, isDeepStrictEqual(from, to) ? first : read(to)]);
  if (before.status === "fulfilled" && after.status === "fulfilled") {
    return { before: before.value, after: after.value, base: from, head: to, note: undefined };
  }
  const moved = await readMoved(from, to, { cwd, read });
  if (moved !== undefined) return moved;
  throw [before, after].find((side) => side.status === "rejected")?.reason;
}

/** Returns the locations of both sides, before anything is read. */
export async function locateSides(
  base: string,
  head: string | undefined,
  defaultPath: string,
  cwd: string,
): Promise<[base: SideLocation, head: SideLocation]> {
  const range = head === undefined ? await locateRange(base, cwd) : undefined;
  return Promise.all([
    locateSide(range?.base ?? base, defaultPath, cwd),
    locateSide(range?.head ?? head, defaultPath, cwd),
  ]);
}

/**
 * Returns both sides if the contract has one path at base and another, or none, at head; undefined if the
 * error has another cause.
 */
async function readMoved(
  from: SideLocation,
  to: SideLocation,
  { cwd, read }: { readonly cwd: string; readonly read: Read },
): Promise<Sides | undefined> {
  const [isBefore, isAfter] = await Promise.all([isThere(from, cwd), isThere(to, cwd)]);
  if (isBefore === isAfter || from.kind === "file") return undefined;
  const renames = await renamesBetween(from, to, cwd);
  if (isAfter && !from.named) {
    const old = renames.find((rename) => rename.after === to.path)?.before;
    const after = await read(to);
    if (old === undefined) {
      return {
        before: nothing(after, from),
        after,
        base: from,
        head: to,
        note: `${to.path} is new: base has no contract`,
      };
    }
    const base = { ...from, path: old };
    return { before: await read(base), after, base, head: to, ...moveOf(base, to, after) };
  }
  if (isBefore && !to.named) {
    const before = await read(from);
    const moved = renames.find((rename) => rename.before === from.path)?.after;
    if (moved === undefined) {
      return {
        before,
        after: nothing(before, to),
        base: from,
        head: to,
        note: `${from.path} is gone: head has no contract`,
      };
    }
    const head = { ...to, path: moved };
    const after = await read(head);
    return { before, after, base: from, head, ...moveOf(from, head, after) };
  }
  return undefined;
}

function moveOf({ path: from }: SideLocation, { path: to }: SideLocation, after: OpenApiDocument) {
  return { moved: { from, to, head: after.name }, note: `the contract moved from ${from} to ${to}` };
}

async function isThere(location: SideLocation, cwd: string): Promise<boolean> {
  return (await readBeside(location, location.path, cwd)) !== undefined;
}

/** Returns the files that git considers renamed. */
export async function renamesBetween(
  from: SideLocation & { kind: "revision" },
  to: SideLocation,
  cwd: string,
): Promise<{ readonly before: string; readonly after: string }[]> {
  const revisions = [await resolveRevision(from.revision, cwd)];
  if (to.kind === "revision") revisions.push(await resolveRevision(to.revision, cwd));
  const listed = await git(
    ["diff", "--find-renames", "--diff-filter=R", "--name-status", "--relative", "-z", ...revisions, "--"],
    cwd,
  );
  // With -z a rename has three fields: R with its score, the old name, the new name.
  const fields = listed.text().split("\0");
  return Array.from({ length: Math.floor(fields.length / 3) }, (_, index) => ({
    before: fields[3 * index + 1] ?? "",
    after: fields[3 * index + 2] ?? "",
  }));
}

/**
 * Returns a contract without operations for a missing one; with the version of the other, so that versions
 * are not compared.
 */
function nothing({ root }: OpenApiDocument, { path }: SideLocation): OpenApiDocument {
  return {
    root: { openapi: "3.1.1", info: root["info"], paths: {} },
    declaredVersion: "3.1.1",
    name: `${path} (not there)`,
    locate: () => ({ file: path, line: 1, column: 1 }),
  };
}
