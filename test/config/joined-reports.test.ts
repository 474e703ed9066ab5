// Reports of all documents of a config: one report, if the format allows it, and one comment on a merge
// request.
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { startGitlab } from "../diff/comment/gitlab-server.ts";
import { api, repository } from "./repository.ts";

t.setTimeout(240_000);

const config = "documents: { one: spec/one.yaml, two: spec/two.yaml }\ndiff: { base: main }\n";

t.test("each format has both documents in one report", async (t) => {
  const { run, write } = repository(t, config);
  write("spec/one.yaml", api("one", 5));
  write("spec/two.yaml", api("two", 5));
  const diff = async (format: string) => {
    const { code, out } = await run(["diff", "--format", format]);
    t.equal(code, 1, format);
    return out;
  };
  t.match(JSON.parse(await diff("json")), {
    version: 1,
    documents: { one: { headline: "1 breaking change" }, two: { headline: "1 breaking change" } },
  });
  const { runs } = JSON.parse(await diff("sarif")) as { runs: { results: object[] }[] };
  t.same(
    runs.map(({ results }) => results.length),
    [1, 1],
  );
  t.match(JSON.parse(await diff("gitlab")), [
    { location: { path: "spec/one.yaml" } },
    { location: { path: "spec/two.yaml" } },
  ]);
  t.equal((await diff("junit")).match(/<testsuite /g)?.length, 2);
  t.match(await diff("text"), /^one \(spec\/one\.yaml\):\nbreaking[^]*^two \(spec\/two\.yaml\):\nbreaking/m);
  t.match(
    await diff("markdown"),
    /^<!-- contract-diff: all documents -->\n\n## one: Contract diff: 1 breaking[^]*## two: Contract diff/,
  );
  t.match(await run(["diff", "--format", "html"]), {
    code: 2,
    err: /expected --document with one of one, two/,
  });
  t.match(await run(["lint", "--format", "junit"]), {
    code: 1,
    out: /<testsuites>\n[^]*one\.yaml[^]*two\.yaml/,
  });

  write("spec/two.yaml", "openapi: 3.1.0\n");
  const broken = await run(["diff", "--format", "markdown"]);
  t.equal(broken.code, 2);
  t.match(broken.out, /## one: Contract diff: 1 breaking[^]*## two: Contract diff: could not run/);
});

t.test("a merge request gets one comment about all documents", async (t) => {
  const gitlab = await startGitlab(t);
  const { cwd, write } = repository(t, config);
  write("spec/one.yaml", api("one", 5));
  const run = async (): Promise<string> => {
    let said = "";
    const say = (line: string): void => void (said += `${line}\n`);
    await runCommandLine(["diff", "--comment", "gitlab", "--format", "gitlab"], {
      cwd,
      env: gitlab.env,
      out: say,
      err: say,
    });
    return said;
  };
  t.match(await run(), /a note is written to merge request !3/);
  t.match(
    gitlab.notes[0]?.body,
    /^<!-- contract-diff: all documents -->\n\n## one: [^]*🔴 breaking[^]*## two: Contract diff: no change/,
  );
  write("spec/one.yaml", api("one", 9));
  t.match(await run(), /the note of merge request !3 is updated/);
  t.notMatch(gitlab.notes[0]?.body, /🔴/);
  t.equal(gitlab.notes.length, 1);
});
