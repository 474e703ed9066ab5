// The severity of lint findings, and how they are reported to CI systems.
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

const document = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get: { operationId: listThings, tags: [Things], security: [], responses: { "204": { description: Done. } } }
  /v2/things:
    get: { operationId: listMore, tags: [Things], security: [], responses: { "204": { description: Done. } } }
`;

t.test(
  "lint findings are graded as errors, warnings or off by rule, path, operation, pointer and text, with a reason",
  async (t) => {
    const cwd = t.testdir({ "a.yaml": document });
    const lint = async (...argv: string[]) => {
      const printed = { out: "", err: "" };
      const code = await runCommandLine(["lint", "a.yaml", ...argv], {
        cwd,
        env: {},
        out: (text) => void (printed.out += `${text}\n`),
        err: (text) => void (printed.err += `${text}\n`),
      });
      return { code, ...printed };
    };
    t.match(await lint(), {
      code: 1,
      out: /^a\.yaml:5:\d+ {2}operation-summary/,
      err: /2 findings by 1 rule of 21\n/,
    });
    const cases: { argv: string[]; code: number; out?: RegExp; err: RegExp }[] = [
      {
        argv: ["--ignore", "rule=operation-*: they are generated"],
        code: 0,
        err: /keeps all 21 rules, 2 findings off/,
      },
      {
        argv: ["--grade", "warn path=/v1/**: it is frozen"],
        code: 1,
        out: /\(warn: it is frozen\)/,
        err: /2 findings by 1 rule of 21, 1 warning among them/,
      },
      { argv: ["--grade", "warn operation=list*: they are frozen"], code: 0, err: /2 warnings among them/ },
      {
        argv: ["--grade", 'off operation="GET /v2/things": it is frozen'],
        code: 1,
        err: /1 finding by 1 rule of 21, 1 finding off/,
      },
      { argv: ["--ignore", "pointer=/paths/~1v1~1things/**: it is frozen"], code: 1, err: /1 finding off/ },
      { argv: ["--ignore", "text=^operation-summary.*v2: it is frozen"], code: 1, err: /1 finding off/ },
      {
        argv: ["--grade", "error path=/v1/**: it must", "--grade", "off rule=operation-summary: all others"],
        code: 1,
        err: /1 finding off/,
      },
    ];
    for (const { argv, code, out = /^/, err } of cases) {
      const got = await lint(...argv);
      t.equal(got.code, code, argv.join(" "));
      t.match(got.out, out, argv.join(" "));
      t.match(got.err, err, argv.join(" "));
    }
    for (const argv of [
      ["--grade", "notice rule=operation-tag: because of it"],
      ["--grade", "warn side=request: because of it"],
      ["--ignore", "rule=operation-tag"],
      ["--ignore", 'rule="operation: because of it'],
      ["--ignore", "text=[: because of it"],
      ["--format", "json"],
    ])
      t.match(await lint(...argv), { code: 2, out: "", err: /\n.*\nfix: / }, argv.join(" "));

    const gitlab = JSON.parse(
      (await lint("--format", "gitlab", "--grade", "warn path=/v1/**: it is frozen")).out,
    ) as object[];
    t.match(gitlab, [
      {
        check_name: "operation-summary",
        severity: "major",
        location: { path: "a.yaml", lines: { begin: 5 } },
      },
      {
        check_name: "operation-summary",
        severity: "critical",
        location: { path: "a.yaml", lines: { begin: 7 } },
      },
    ]);
    t.match(
      (await lint("--format", "junit")).out,
      /<testsuite name="contract lint a\.yaml" tests="2" failures="2"/,
    );
    t.match(
      (await lint("--format", "github")).out,
      /^::error file=(.*\/)?a\.yaml,line=5,col=\d+,title=operation-summary::/,
    );
    t.match((await lint("--color")).out, /\u001b\[31moperation-summary\u001b\[0m/);
    t.notMatch((await lint("--no-color")).out, /\u001b/);
  },
);
