// The flags that `npm start` passes to Node, from package.json, so that the benchmark runs the same
// configuration.
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  readonly scripts: { readonly start: string };
};

/** Flags such as `--max-semi-space-size=4`. */
export const startFlags: readonly string[] = scripts.start.split(" ").filter((word) => word.startsWith("--"));
