// The flags that `npm start` gives to Node, read from package.json, so that what is measured is what people run.
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  readonly scripts: { readonly start: string };
};

/** Such as `--max-semi-space-size=4`. */
export const startFlags: readonly string[] = scripts.start.split(" ").filter((word) => word.startsWith("--"));
