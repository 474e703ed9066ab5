// Command-line options that grade findings and select operations.
import t, { type Test } from "tap";
import { runCommandLine } from "../../../scripts/contract/cli/run-command-line.ts";

const document = ({ limit = 9, more = "", internal = false, server = "/v1", rate = 5 }) => `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
servers: [{ url: "${server}" }]
paths:
  /v1/things/{id}:
    put:
      operationId: replaceThing
      tags: [Things]
      x-rate-limit: ${rate}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { type: string, maxLength: ${limit} } } } }
      responses: { "204": { description: Done. } }
  /v2/others:
    post:
      operationId: createOther
      tags: [Others]
      x-internal: ${internal}
      requestBody: { required: true, content: { application/json: { schema: { type: string, maxLength: ${limit} } } } }
      responses: { "204": { description: Done. } }
${more}`;

async function run(t: Test, base: string, head: string, ...argv: string[]) {
  const cwd = t.testdir({ "base.yaml": base, "head.yaml": head });
  const printed = { out: "", err: "" };
  const io = {
    cwd,
    env: {},
    out: (text: string) => void (printed.out += `${text}\n`),
    err: (text: string) => void (printed.err += `${text}\n`),
  };
  const code = await runCommandLine(["diff", `${cwd}/base.yaml`, `${cwd}/head.yaml`, ...argv], io);
  return { code, ...printed };
}

const [wide, narrow] = [document({}), document({ limit: 5 })];

t.test(
  "a rule that does not exist is an error, a pattern of rules and a rule without a keyword are none",
  async (t) => {
    for (const flag of ["--ignore", "--grade"]) {
      const grade = flag === "--grade" ? "notice " : "";
      const { code, err } = await run(t, wide, narrow, flag, `${grade}rule=max-lenght: announced`);
      t.equal(code, 2);
      t.match(err, /expected a valid value for rule: there is no max-lenght/);
      for (const rule of ["max-*", "old-caller", "example-rejected"])
        t.not((await run(t, wide, narrow, flag, `${grade}rule=${rule}: announced`)).code, 2, rule);
    }
  },
);

t.test("findings are omitted or graded, with a reason", async (t) => {
  const cases: { argv: string[]; code: number; out: RegExp }[] = [
    {
      argv: ["--ignore", "rule=max-length: nobody sends more"],
      code: 0,
      out: /^ignored: 2 findings against/m,
    },
    { argv: ["--ignore", "path=/v1/**: nobody sends more"], code: 1, out: /1 ignored/ },
    { argv: ["--ignore", "operation=create*: nobody sends more"], code: 1, out: /1 ignored/ },
    { argv: ["--ignore", "text=lowered 9 → : nobody sends more"], code: 2, out: /^$/ },
    { argv: ["--ignore", "text=lowered.9: nobody sends more"], code: 0, out: /^ignored: 2/m },
    { argv: ["--ignore", "rule=enum: nobody sends more"], code: 1, out: /^breaking: 2 changes/m },
    {
      argv: ["--grade", "notice rule=max-* side=request: nobody sends more"],
      code: 0,
      out: /graded from breaking: nobody sends more[^]*^graded down: 2 findings against clients/m,
    },
    {
      argv: ["--grade", "undecided rule=max-length: to be looked at", "--strict"],
      code: 1,
      out: /^undecided: 2 places/m,
    },
  ];
  for (const { argv, code, out } of cases) {
    const got = await run(t, wide, narrow, ...argv);
    t.equal(got.code, code, argv.join(" "));
    t.match(got.out, out, argv.join(" "));
    t.notMatch(got.out, /^compatible/m);
  }
  const json = await run(
    t,
    wide,
    narrow,
    "--ignore",
    "rule=max-length: nobody sends more",
    "--format",
    "json",
  );
  t.match(JSON.parse(json.out), {
    headline: "2 ignored findings",
    ignored: [{ from: "breaking", reason: "nobody sends more" }, {}],
  });
  const both = ["--ignore", "operation=create*: gone", "--grade", "notice rule=max-length: announced"];
  for (const format of ["text", "json", "markdown", "html"])
    t.match(
      (await run(t, wide, narrow, ...both, "--format", format)).out,
      /1 (ignored finding, 1 finding|finding, and 1) graded down/,
      format,
    );
  t.match(await run(t, narrow, wide, "--grade", "breaking rule=schema: none at all, not even wider"), {
    code: 1,
  });
  t.match(
    await run(t, wide, narrow, "--ignore", "rule=max-length: nobody sends more", "--check-version"),
    { code: 1, out: /require a major step/ },
    "a break that is left out is one for the version",
  );
});

t.test("only a grade to breaking raises a finding that is proved compatible", async (t) => {
  for (const to of ["notice", "warn", "undecided"]) {
    const got = await run(t, narrow, wide, "--grade", `${to} path=/**: whatever is found here`, "--strict");
    t.match(got, { code: 0, out: /^compatible: /m }, to);
    t.notMatch(got.out, /graded from/, to);
    const shown = await run(t, narrow, wide, "--grade", `${to} path=/**: whatever it is`, "--proofs");
    t.match(shown.out, /^compatible +\w/m, to);
  }
  const frozen = await run(t, narrow, wide, "--grade", "breaking path=/**: frozen since January");
  t.match(frozen, { code: 1, out: /graded from compatible: frozen since January/ });
});

t.test("an invalid grade is reported", async (t) => {
  for (const argv of [
    ["--ignore", "rule=enum"],
    ["--ignore", "rule=enum: TODO"],
    ["--ignore", "colour=red: because of it"],
    ["--ignore", "text=(: because of it"],
    ["--ignore", ": because of it"],
    ["--grade", "worse rule=enum: because of it"],
    ["--extension", "rate"],
    ["--fail-on", "all"],
    ["--accepted-from", "main"],
  ]) {
    const { code, err, out } = await run(t, wide, narrow, ...argv);
    t.equal(code, 2, argv.join(" "));
    t.match(err, /\n.*\nfix: /);
    t.equal(err.includes("a reason that explains the choice, got TODO"), argv[1] === "rule=enum: TODO");
    t.equal(out, "");
  }
});

t.test("only selected operations are compared", async (t) => {
  const cases: { argv: string[]; names: string[] }[] = [
    { argv: ["--path", "/v1/**"], names: ["replaceThing"] },
    { argv: ["--path", "/*/others"], names: ["createOther"] },
    { argv: ["--tag", "Others"], names: ["createOther"] },
    { argv: ["--tag", "Others", "--tag", "Things"], names: ["replaceThing", "createOther"] },
  ];
  for (const { argv, names } of cases) {
    const { out } = await run(t, wide, narrow, ...argv, "--format", "json");
    const { findings } = JSON.parse(out) as { findings: { operation: string }[] };
    t.same(
      findings.map(({ operation }) => operation),
      names,
      argv.join(" "),
    );
  }
  t.match(await run(t, wide, narrow, "--tag", "Nobody"), {
    code: 2,
    err: /no operation matches --tag Nobody/,
  });
});

t.test(
  "an operation internal on both sides is skipped, and one that becomes internal counts as removed",
  async (t) => {
    const [open, hidden] = [document({}), document({ internal: true, limit: 5 })];
    const both = await run(t, document({ internal: true }), hidden, "--skip-internal", "--format", "json");
    t.notMatch(both.out, "createOther");
    t.match(await run(t, open, document({ internal: true }), "--skip-internal"), {
      code: 1,
      out: /createOther.*operation-removed/,
    });
    t.match(await run(t, open, document({ internal: true })), { code: 0 });
  },
);

t.test("on request servers are omitted and extensions are compared", async (t) => {
  const moved = document({ server: "/v9" });
  t.match(await run(t, wide, moved), { code: 1, out: /server/ });
  t.match(await run(t, wide, moved, "--skip-servers"), { code: 0 });
  const slower = document({ rate: 3 });
  t.notMatch((await run(t, wide, slower)).out, "x-rate-limit");
  t.match(await run(t, wide, slower, "--extension", "x-rate-limit"), {
    code: 0,
    out: /replaceThing {2}request {2}x-rate-limit {2}extension changed 5 → 3/,
  });
});

t.test("with --protect, removals that no exchange shows are breaks", async (t) => {
  const hook = "webhooks:\n  done:\n    post: { operationId: onDone, responses: {} }\n";
  t.match(await run(t, document({ more: hook }), wide), { code: 0, out: /webhook-removed/ });
  t.match(await run(t, document({ more: hook }), wide, "--protect", "webhooks"), {
    code: 1,
    out: /\(webhooks\)/,
  });
  const two = wide.replaceAll(
    '"204": { description: Done. }',
    '"204": { description: Done. }, "200": { description: Seen. }',
  );
  t.match(await run(t, two, wide), { code: 0, out: /status-removed/ });
  const { code, out } = await run(t, two, wide, "--protect", "statuses", "--format", "json");
  t.equal(code, 1);
  t.match(JSON.parse(out), { findings: [{ rule: "status-removed", policy: "statuses" }] });
});

t.test("on request any change fails", async (t) => {
  const words = wide.replace("description: Done.", "description: Well done.");
  t.match(await run(t, wide, words), { code: 0 });
  t.match(await run(t, wide, words, "--fail-on", "any"), { code: 1, out: /not clean/ });
  t.match(await run(t, wide, wide, "--fail-on", "any"), { code: 0 });
  t.match(await run(t, wide, wide.replace("title: Things", "title: All"), "--fail-on", "any"), { code: 1 });
});

t.test("parameters and properties must be deprecated before their removal", async (t) => {
  const announced = (flags: string) =>
    wide.replace(
      "parameters: [",
      `parameters: [{ name: old, in: query, schema: { type: string }${flags} }, `,
    );
  const lifecycle = ["--protect", "lifecycle"];
  t.match(await run(t, announced(""), wide, ...lifecycle), {
    code: 1,
    out: /query\/old[^]*never deprecated/,
  });
  t.match(await run(t, announced(", deprecated: true, x-sunset: 2999-01-01"), wide, ...lifecycle), {
    code: 1,
    out: /still to come/,
  });
  t.match(await run(t, announced(", deprecated: true, x-sunset: 2020-01-01"), wide, ...lifecycle), {
    code: 0,
  });
  t.match(await run(t, announced(""), announced(", deprecated: true, x-sunset: 2020-01-01"), ...lifecycle), {
    code: 1,
    out: /query\/old {2}sunset[^]*callers need 30 days/,
  });
  const property = (flags: string) =>
    wide.replace(
      '"204": { description: Done. }',
      `"200": { description: Done., content: { application/json: { schema: { type: object, properties: { id: { type: string }${flags} } } } } }`,
    );
  const old = (flags: string) => property(`, old: { type: string${flags} }`);
  t.match(await run(t, old(""), property("")), {
    code: 0,
    out: /notice.*200\/body\/old {2}property removed/,
  });
  t.match(await run(t, old(""), property(""), ...lifecycle), {
    code: 1,
    out: /200\/body\/old[^]*never deprecated/,
  });
  t.match(await run(t, old(", deprecated: true, x-sunset: 2020-01-01"), property(""), ...lifecycle), {
    code: 0,
  });
});
