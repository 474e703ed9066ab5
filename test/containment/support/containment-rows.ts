// Table rows with the expected containment of one schema in another, and their check.
import type { Test } from "tap";
import type { Json } from "../../../scripts/contract/document/document.ts";
import { search, type Side } from "../../../scripts/contract/containment/search.ts";
import { written } from "./sides.ts";

/** `want` is the witness, or `none`. */
export interface Row {
  readonly title: string;
  readonly accepts: Json;
  readonly rejects: Json;
  readonly want: Json;
  readonly rests?: boolean;
}

/** Checks `rows`; `read` turns the accepting schema into a side. */
export function checkRows(t: Test, rows: readonly Row[], read: (schema: Json) => Side): void {
  for (const { title, accepts, rejects, want, rests } of rows) {
    const result = search({ accepts: [read(accepts)], rejects: [written(rejects)] });
    t.strictSame(result.kind === "found" ? result.instance : result.kind, want, title);
    if (rests !== undefined)
      t.match(result, { restsOnExplicitOpenness: rests }, `${title}: what it rests on`);
  }
}
