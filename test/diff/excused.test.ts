// A change that edits its own policy: reported where this excuses a break, and judged by base's policy where
// only base may decide.
import t from "tap";
import { broken, contract, pullRequest } from "./pull-request.ts";

// Starts git many times.
t.setTimeout(400_000);

const config = (more = "") =>
  `documents: { api: spec/openapi.yaml }\ndiff: { base: main, protect: [wire] }\n${more}`;
const excuse = `lint: false
`;
const off = (text: string) =>
  text.replace(
    "protect: [wire]",
    "severity: [{ rule: max-length, severity: off, reason: nobody sends more }]",
  );

t.test(
  "a break excused by an edit of the config is reported in the headline and in every format",
  async (t) => {
    const { write, commit, run, git } = pullRequest(t.testdir());
    git("switch", "-q", "main");
    write("contract.config.yaml", config());
    write("CODEOWNERS", "* @everyone\n/contract.config.yaml @Keeper\n/spec/accepted-changes.yaml @api\n");
    commit("config");
    git("switch", "-q", "feature");
    git("rebase", "-q", "main");
    write("spec/openapi.yaml", broken);
    t.match(await run("diff"), { code: 1, out: /^breaking: 1 change/m });

    write("contract.config.yaml", config(excuse));
    t.match(await run("diff"), { code: 1 }, "an edit that excuses nothing changes nothing");
    write("contract.config.yaml", off(config()));
    commit("break and excuse");
    const told = await run("diff");
    t.match(told, { code: 0, out: /^excused: 2 breaks of clients of main:spec\/openapi\.yaml/m });
    t.match(
      told.out,
      /which edits contract\.config\.yaml itself: createSenderPool request body\/tags\/\* max-length/,
    );
    for (const format of ["markdown", "json", "github", "sarif", "html", "gitlab", "junit"]) {
      const { out } = await run("diff", "--format", format);
      t.match(out, /which edits contract\.config\.yaml itself/, format);
    }
    t.match(
      (await run("diff", "--format", "markdown")).out,
      /^## .*2 breaks excused by this pull request's own edit of contract\.config\.yaml/m,
    );

    t.match(await run("diff", "main", "HEAD"), { code: 0, out: /itself/ }, "of a revision, too");
    git("switch", "-q", "--detach", "main");
    const under = await run("diff", "main", "feature");
    t.match(under, { code: 1, out: /^breaking/m }, "base's config, where that is checked out");
    git("switch", "-q", "feature");

    const cases = [
      { argv: ["--accepted-from", "base"], code: 1 },
      { argv: ["--accepted-from", "owners"], code: 1 },
      { argv: ["--accepted-from", "owners", "--approved-by", "api"], code: 1 },
      { argv: ["--accepted-from", "owners", "--approved-by", "@keeper, other"], code: 0 },
      { argv: ["--accepted-from", "@boss", "--approved-by", "Boss"], code: 0 },
      { argv: ["--accepted-from", "@boss", "--approved-by", "keeper"], code: 1 },
      { argv: ["--accepted-from", "anyone"], code: 2 },
    ];
    for (const { argv, code } of cases) t.equal((await run("diff", ...argv)).code, code, argv.join(" "));
    t.match(
      (await run("diff", "--accepted-from", "base")).out,
      /contract\.config\.yaml of this change differs, and base's version applies/,
    );
  },
);

t.test("a change cannot decide who may accept its breaks", async (t) => {
  const { write, commit, run, git } = pullRequest(t.testdir());
  git("switch", "-q", "main");
  write("contract.config.yaml", config().replace("protect", "accepted-from: base, protect"));
  commit("config");
  git("switch", "-q", "feature");
  git("rebase", "-q", "main");
  write("spec/openapi.yaml", broken);
  const [, fingerprint = ""] = /([0-9a-f]{12})$/m.exec((await run("diff")).out) ?? [];
  t.match(await run("diff", "accept", fingerprint, "--base", "main", "--reason", "nobody sends more"), {
    code: 0,
  });
  t.match(await run("diff"), { code: 1, out: /^breaking/m }, "base's own acceptances count alone");
  write("contract.config.yaml", config());
  t.match(await run("diff"), { code: 1, out: /^breaking/m }, "whatever head's config says");
  t.match(
    await run("diff", "--accepted-from", "head"),
    { code: 0 },
    "a flag is for whoever runs the command",
  );
});

t.test("an Overlay that removes a breaking part counts as an excuse, too", async (t) => {
  const { write, commit, run } = pullRequest(t.testdir());
  write("spec/openapi.yaml", broken);
  write(
    "ours.overlay.yaml",
    "overlay: 1.0.0\ninfo: { title: a, version: '1' }\nactions: [{ target: \"$.paths['/SenderPools','/SenderPools/{senderPoolId}']\", remove: true }]\n",
  );
  const { code, out } = await run("diff", "main", "--overlay", "ours.overlay.yaml");
  t.equal(code, 0, out);
  t.match(out, /which edits ours\.overlay\.yaml itself/);
  commit("overlay");
  t.notMatch((await run("diff", "HEAD", "--overlay", "ours.overlay.yaml")).out, /itself/, "base has it");
});

t.test("base's config applies even if the change deletes it or adds one in a nearer folder", async (t) => {
  const { write, commit, run, git } = pullRequest(t.testdir());
  git("switch", "-q", "main");
  write("contract.config.yaml", config().replace("protect", "accepted-from: base, protect"));
  commit("config");
  git("switch", "-q", "feature");
  git("rebase", "-q", "main");
  write("spec/openapi.yaml", broken);
  const [, fingerprint = ""] = /([0-9a-f]{12})$/m.exec((await run("diff")).out) ?? [];
  t.match(await run("diff", "accept", fingerprint, "--base", "main", "--reason", "nobody sends more"), {
    code: 0,
  });
  git("mv", "contract.config.yaml", "contract.config.json");
  write("contract.config.json", "{}");
  t.match(await run("diff", "main"), { code: 1, out: /base's version applies/ }, "under another name");
  git("rm", "-qf", "contract.config.json");
  t.match(await run("diff", "main"), { code: 1, out: /^breaking[^]*base's version applies/m });
  commit("taken away");
  t.match(await run("diff", "main", "HEAD"), { code: 1, out: /contract\.config\.yaml of this change/ });
  t.match(await run("diff", "main", "--no-config"), { code: 0 }, "a flag is for whoever runs the command");
});

t.test("a document that the change removes from the config is compared and reported", async (t) => {
  const { write, commit, run, git } = pullRequest(t.testdir());
  git("switch", "-q", "main");
  write("contract.config.yaml", config());
  write("spec/other.yaml", contract);
  commit("config");
  git("switch", "-q", "feature");
  git("rebase", "-q", "main");
  write("spec/openapi.yaml", broken);

  const cases = [
    { text: config().replace("openapi.yaml", "other.yaml"), told: "spec/other.yaml" },
    { text: config().replace("{ api: spec/openapi.yaml }", "{ b: spec/other.yaml }"), told: "nothing in" },
  ];
  for (const { text, told } of cases) {
    write("contract.config.yaml", text);
    const { code, out } = await run("diff", "main");
    t.equal(code, 1, out);
    t.match(out, /createSenderPool +request +body\/tags\/\* +max-length/, told);
    t.match(out, new RegExp(`document-moved renamed spec/openapi\\.yaml → ${told}`));
  }
  t.match(
    (await run("diff", "main", "--format", "markdown")).out,
    /## b: Contract diff: no change[^]*## api: Contract diff: 2 breaking changes/,
  );
  t.match(await run("diff", "main", "--format", "html"), { code: 2, err: /a page of one document/ });

  git("checkout", "-q", "main", "--", "spec/openapi.yaml");
  git("mv", "spec/openapi.yaml", "spec/api.yaml");
  write("contract.config.yaml", config().replace("spec/openapi.yaml", "spec/api.yaml"));
  commit("move");
  const { out } = await run("diff", "main", "HEAD");
  t.equal(out.match(/document-moved/g)?.length, 1, "a move is one finding");
});
