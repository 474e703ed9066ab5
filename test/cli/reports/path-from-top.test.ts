// Reports that platforms read name files from the top of the repository, also when a command runs below it.
import { join } from "node:path";
import type { Log } from "sarif";
import t from "tap";
import { runCommandLine } from "../../../scripts/contract/cli/run-command-line.ts";
import { pathFromTop } from "../../../scripts/contract/cli/reports/path-from-top.ts";
import { broken, pullRequest } from "../../diff/pull-request.ts";

t.test("a path is printed from the top of its repository", async (t) => {
  t.equal(pathFromTop("apis/pets/", "openapi.yaml"), "apis/pets/openapi.yaml");
  t.equal(pathFromTop("apis/pets/", "../other.yaml"), "apis/other.yaml");
  for (const file of ["/etc/a.yaml", "https://example.com/a.yaml", "<stdin>"])
    t.equal(pathFromTop("apis/", file), file);
  t.equal(pathFromTop("", "./a.yaml"), "./a.yaml");
});

t.test("diff and lint print paths from the top in a subfolder, too", { timeout: 240_000 }, async (t) => {
  const { cwd, write, commit } = pullRequest(t.testdir());
  write("spec/openapi.yaml", broken.replace("operationId: listSenderPools", "x-nothing: 1"));
  commit("shorter");
  const run = async (...argv: string[]) => {
    const out: string[] = [];
    const io = {
      cwd: join(cwd, "spec"),
      env: {},
      out: (text: string) => out.push(text),
      err: () => undefined,
    };
    await runCommandLine(argv, io);
    return out.join("\n");
  };
  const diff = ["diff", "main", "HEAD", "--document", "openapi.yaml", "--format"];
  const log = JSON.parse(await run(...diff, "sarif")) as Log;
  const uris = log.runs[0]?.results?.map(
    ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
  );
  t.same([...new Set(uris)], ["spec/openapi.yaml"]);
  type Issues = { location: { path: string } }[];
  for (const argv of [
    [...diff, "gitlab"],
    ["lint", "openapi.yaml", "--format", "gitlab"],
  ]) {
    const issues = JSON.parse(await run(...argv)) as Issues;
    t.same([...new Set(issues.map(({ location: { path } }) => path))], ["spec/openapi.yaml"], argv.join(" "));
  }
  t.match(await run(...diff, "github"), /file=spec\/openapi\.yaml/);
  t.notMatch(await run(...diff, "text"), /spec\/openapi\.yaml:/, "people are told paths that they can open");
});
