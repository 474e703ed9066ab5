// Reads the corpus: a folder for each case with base, head, and what is to be said about them in each direction.
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

/** What one direction must come to; notices are listed only where a case is about them. */
export interface Expected {
  readonly verdict: Finding["verdict"];
  readonly findings: readonly ExpectedFinding[];
}

export interface CorpusCase {
  /** `breaks/scope-added`. */
  readonly name: string;
  readonly theme: string;
  readonly about: string;
  readonly base: string;
  readonly head: string;
  readonly protect: readonly Protection[];
  readonly forth: Expected;
  /** Undefined when the way back is not part of the case. */
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
