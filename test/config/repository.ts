// A test repository with two documents and a config, and a function that runs commands in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Test } from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

/** Returns a document with one operation. */
export const api = (operationId: string, limit = 9) => `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /${operationId}:
    post:
      operationId: ${operationId}
      requestBody: { required: true, content: { application/json: { schema: { type: string, maxLength: ${limit} } } } }
      responses: { "204": { description: Done. } }
`;

/** Creates a repository with two documents, and `config` at its top. */
export function repository(t: Test, config: string, name = "contract.config.yaml") {
  const cwd = t.testdir({
    spec: { "one.yaml": api("one"), "two.yaml": api("two") },
    below: {},
    [name]: config,
  });
  const git = (...args: string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "one");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  };
  const run = async (argv: readonly string[], folder = cwd) => {
    const printed = { out: "", err: "" };
    const code = await runCommandLine(argv, {
      cwd: folder,
      env: {},
      out: (text) => void (printed.out += `${text}\n`),
      err: (text) => void (printed.err += `${text}\n`),
    });
    return { code, ...printed };
  };
  return { cwd, git, write, run };
}

/** A config of two documents, one of which has outputs. */
export const both = `documents:
  one:
    document: spec/one.yaml
    generate: { out: made/one }
    sdk:
      - { name: one-client, out: made/sdk }
      - { name: one-other, out: made/other }
  two: spec/two.yaml
lint: { skip: [operation-tag, operation-summary, operation-security, body-examples] }
diff:
  base: main
  severity:
    - { rule: max-length, operation: two, severity: off, reason: nobody sends more }
`;
