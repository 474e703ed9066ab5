// Reads the corpus: one folder for each case with base, head, and the expected result in each direction.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Finding, Protection } from "../../scripts/contract/diff/comparison.ts";

export interface ExpectedFinding {
  readonly verdict: Finding["verdict"];
  readonly rule: string;
  readonly operation?: string;
  readonly side: Finding["side"];
  readonly place: string;
}

/** The expected result of one direction; notices are listed only in cases about them. */
export interface Expected {
  readonly verdict: Finding["verdict"];
  readonly findings: readonly ExpectedFinding[];
}

export interface CorpusCase {
  /** For example `breaks/scope-added`. */
  readonly name: string;
  readonly theme: string;
  readonly about: string;
  readonly base: string;
  readonly head: string;
  readonly protect: readonly Protection[];
  readonly forth: Expected;
  /** Expected result from head to base; undefined if the case does not cover it. */
  readonly back: Expected | undefined;
}

interface ExpectFile {
  readonly about: string;
  readonly verdict: Finding["verdict"];
  readonly findings?: readonly ExpectedFinding[];
  readonly protect?: readonly Protection[];
  readonly back?: { readonly verdict: Finding["verdict"]; readonly findings?: readonly ExpectedFinding[] };
}

export const corpusFolder = new URL("../fixtures/diff/", import.meta.url).pathname;

export function readCorpus(): CorpusCase[] {
  return folders(corpusFolder).flatMap((theme) =>
    folders(join(corpusFolder, theme)).map((name) => readCase(theme, name)),
  );
}

function readCase(theme: string, name: string): CorpusCase {
  const folder = join(corpusFolder, theme, name);
  const expect = parse(readFileSync(join(folder, "expect.yaml"), "utf8")) as ExpectFile;
  const { about, verdict, findings = [], protect = ["wire"], back } = expect;
  return {
    name: `${theme}/${name}`,
    theme,
    about,
    base: join(folder, "base.yaml"),
    head: join(folder, "head.yaml"),
    protect,
    forth: { verdict, findings },
    back: back && { verdict: back.verdict, findings: back.findings ?? [] },
  };
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
