// A repository with the contract on main and a working branch, for tests of a whole pull request.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

export const contract = readFileSync("spec/openapi.yaml", "utf8");

/** The contract with a smaller maximum length of the tag. */
export const broken = ((at) =>
  contract.slice(0, at) + contract.slice(at).replace("maxLength: 256", "maxLength: 128"))(
  contract.indexOf("    TagValue:"),
);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Creates a repository with the contract on main and a working branch. */
export function pullRequest(directory: string) {
  const cwd = join(directory, "repository");
  const git = (...args: string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });
  const write = (path: string, text: string): void => writeFileSync(join(cwd, path), text);
  mkdirSync(join(cwd, "spec"), { recursive: true });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "A. Person");
  git("config", "user.email", "a@example.com");
  const commit = (message: string): void => {
    git("add", ".");
    git("commit", "-qm", message);
  };
  write("spec/openapi.yaml", contract);
  commit("base");
  git("switch", "-qc", "feature");
  const run = async (...argv: string[]): Promise<Ran> => {
    const out: string[] = [];
    const err: string[] = [];
    const io = {
      cwd,
      env: { COLUMNS: "100" },
      out: (text: string) => out.push(text),
      err: (text: string) => err.push(text),
    };
    const code = await runCommandLine(argv, io);
    return { code, out: out.join("\n"), err: err.join("\n") };
  };
  return { cwd, git, write, commit, run };
}
