// Compares the files to generate with those on disk.
import { isGenerated } from "./header.ts";

/** A file that differs from what would be generated. */
export type FileDifference =
  | { readonly kind: "missing"; readonly file: string }
  | {
      readonly kind: "surplus";
      readonly file: string;
      /** Whether an earlier run generated it; otherwise it was written by hand. */
      readonly generated: boolean;
    }
  | {
      readonly kind: "stale";
      readonly file: string;
      /** The first line that differs, counted from 1. */
      readonly line: number;
      /** That line as it would be generated; undefined if the generated file ends before it. */
      readonly expected: string | undefined;
      /** That line on disk; undefined if the file ends before it. */
      readonly got: string | undefined;
    };

/** Returns the differences in the order of the generated files; surplus files last. */
export function compareFiles(
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): FileDifference[] {
  const differences = [...wanted].flatMap(([file, text]): FileDifference[] => {
    const found = present.get(file);
    if (found === undefined) return [{ kind: "missing", file }];
    return found === text ? [] : [firstDifference(file, text, found)];
  });
  const surplus = [...present]
    .filter(([file]) => !wanted.has(file))
    .map(([file, text]): FileDifference => ({ kind: "surplus", file, generated: isGenerated(text) }));
  return [...differences, ...surplus.sort((one, other) => (one.file < other.file ? -1 : 1))];
}

function firstDifference(file: string, wanted: string, found: string): FileDifference {
  const expected = wanted.split("\n");
  const got = found.split("\n");
  let index = 0;
  while (expected[index] === got[index]) index += 1;
  return { kind: "stale", file, line: index + 1, expected: expected[index], got: got[index] };
}
