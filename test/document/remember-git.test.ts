// A comparison runs each git command once, and the next comparison reads the repository anew.
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { pullRequest, broken } from "../diff/pull-request.ts";

t.test("a comparison runs no git command twice, and the next one sees what has changed", async (t) => {
  const folder = t.testdir({ bin: {} });
  const { git, write, commit, run } = pullRequest(folder);
  write("contract.config.yaml", "documents: { api: spec/openapi.yaml }\ndiff: { base: main }\n");
  const log = join(folder, "log");
  const real = process.env["PATH"] ?? "";
  const program = join(folder, "bin", "git");
  writeFileSync(program, `#!/bin/sh\necho "$PWD $*" >> '${log}'\nPATH='${real}' exec git "$@"\n`);
  chmodSync(program, 0o755);
  const compared = async (): Promise<{ out: string; ran: string[] }> => {
    writeFileSync(log, "");
    process.env["PATH"] = `${join(folder, "bin")}:${real}`;
    const { out } = await run("diff").finally(() => (process.env["PATH"] = real));
    return { out, ran: readFileSync(log, "utf8").trim().split("\n") };
  };

  const { out, ran } = await compared();
  t.match(out, /no change/);
  const single = ran.filter((line) => !line.includes("cat-file --batch"));
  t.same(single, [...new Set(single)]);
  t.ok(single.length > 2, "the comparison reads the repository");

  write("spec/openapi.yaml", broken);
  commit("break");
  t.match((await compared()).out, /^breaking: 1 change/m);
  git("branch", "-f", "main", "HEAD");
  t.match((await compared()).out, /no change/, "the same name is another commit");
});
