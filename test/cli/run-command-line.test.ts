import t from "tap";
import {
  type Command,
  type CommandArgs,
  type ExitCode,
  UsageError,
} from "../../scripts/contract/cli/command.ts";
import { commands as realCommands } from "../../scripts/contract/cli/commands.ts";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { DocumentError } from "../../scripts/contract/document/document.ts";

interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  readonly args: CommandArgs | undefined;
}

/** Runs a command line against one command, `paint`, with a given result. */
async function run(argv: readonly string[], end: () => ExitCode = () => 0, env = {}): Promise<Outcome> {
  const printed = { out: "", err: "" };
  let seen: CommandArgs | undefined;
  const paint: Command = {
    name: "paint",
    summary: "Paint something.",
    usage: "<thing> [<other>]",
    details: "Takes a while.",
    options: {
      color: { type: "string", short: "c", value: "name", summary: "Which color." },
      coat: { type: "string", multiple: true, summary: "One coat of paint." },
      quick: { type: "boolean", summary: "Be quick." },
    },
    positionals: { min: 1, max: 2 },
    run(args) {
      seen = args;
      return Promise.resolve(end());
    },
  };
  const io = {
    out: (text: string) => (printed.out += `${text}\n`),
    err: (text: string) => (printed.err += `${text}\n`),
    cwd: "/",
    env,
  };
  const code = await runCommandLine(argv, io, new Map([["paint", () => Promise.resolve(paint)]]));
  return { code, ...printed, args: seen };
}

t.test("a command receives its flags and arguments, and its result is the exit code", async (t) => {
  const { code, args } = await run(
    ["paint", "wall", "-c", "red", "--coat=1", "--coat", "2", "--quick", "--", "--door"],
    () => 1,
  );
  t.equal(code, 1);
  t.same(args?.positionals, ["wall", "--door"]);
  t.same([args?.value("color"), args?.values("coat"), args?.flag("quick")], ["red", ["1", "2"], true]);
  const bare = await run(["paint", "wall"]);
  t.same(
    [bare.args?.value("color"), bare.args?.values("coat"), bare.args?.flag("quick")],
    [undefined, [], false],
  );
});

t.test("an invalid command line is reported in three lines on stderr, with exit code 2", async (t) => {
  const cases = [
    { argv: ["pain"], want: 'contract has no command "pain"\nexpected one of paint\nfix: contract paint\n' },
    {
      argv: ["zebra"],
      want: 'contract has no command "zebra"\nexpected one of paint\nfix: contract --help\n',
    },
    {
      argv: ["paint", "wall", "--colour=red"],
      want: "contract paint has no flag --colour\nexpected one of --color, --coat, --quick, --quiet, --help\nfix: write --color\n",
    },
    {
      argv: ["paint", "wall", "-x"],
      want: "contract paint has no flag -x\nexpected one of --color, --coat, --quick, --quiet, --help\nfix: contract paint --help\n",
    },
    {
      argv: ["paint", "wall", "--__proto__"],
      want: "contract paint has no flag --__proto__\nexpected one of --color, --coat, --quick, --quiet, --help\nfix: contract paint --help\n",
    },
    {
      argv: ["paint", "wall", "--quick=yes"],
      want: '--quick takes no value\nexpected --quick alone, got --quick=yes\nfix: leave out "=yes"\n',
    },
    {
      argv: ["paint", "wall", "--color"],
      want: "--color needs a value\nexpected --color <name>, got nothing after it\nfix: write --color <name>\n",
    },
    {
      argv: ["paint", "wall", "--color", "--quick"],
      want: "--color needs a value\nexpected --color <name>, got --quick after it\nfix: write --color <name>\n",
    },
    {
      argv: ["paint"],
      want: "contract paint does not take 0 arguments\nexpected 1 to 2, got none\nfix: contract paint <thing> [<other>]\n",
    },
    {
      argv: ["paint", "a", "b", "c"],
      want: "contract paint does not take 3 arguments\nexpected 1 to 2, got a b c\nfix: contract paint <thing> [<other>]\n",
    },
  ];
  for (const { argv, want } of cases) {
    const { code, out, err, args } = await run(argv);
    t.same({ code, out, err, args }, { code: 2, out: "", err: want, args: undefined }, argv.join(" "));
  }
});

t.test("help is printed to stdout, and lists every flag with its value", async (t) => {
  for (const argv of [
    ["paint", "--help"],
    ["paint", "-h"],
    ["help", "paint"],
    ["paint", "--quick", "--help"],
  ]) {
    const { code, out, err, args } = await run(argv);
    t.same({ code, err, args }, { code: 0, err: "", args: undefined }, argv.join(" "));
    t.match(out, /^Paint something\.\n\nUsage: contract paint <thing> \[<other>\]\n\nTakes a while\.\n/);
    t.match(out, / {2}-c, --color <name> +Which color\.\n {6}--coat <value> +One coat of paint\.\n/);
  }
  for (const argv of [["--help"], ["-h"], ["help"]]) {
    const { code, out } = await run(argv);
    t.equal(code, 0);
    t.match(out, /\n {2}paint +Paint something\.\n/);
  }
  const nothing = await run([]);
  t.same([nothing.code, nothing.out], [2, ""], "no command at all is not understood");
  t.match(nothing.err, /Usage: contract <command>/);
});

t.test("user errors are printed with location and fix, others as one line without a stack", async (t) => {
  const place = { file: "a.yaml", line: 2, column: 3 };
  const cases = [
    { error: new DocumentError("bad", { place, fix: "mend it" }), want: "a.yaml:2:3: bad\nfix: mend it\n" },
    { error: new DocumentError("bad", { fix: "mend it" }), want: "bad\nfix: mend it\n" },
    {
      error: new UsageError("bad", { expected: "expected good", fix: "mend it" }),
      want: "bad\nexpected good\nfix: mend it\n",
    },
    {
      error: new TypeError("x is not\na function"),
      want: "contract: unexpected error: x is not (CONTRACT_DEBUG=1 shows where)\n",
    },
    {
      error: new RangeError("Invalid string length"),
      want:
        "the output for the document is too large\n" +
        "expected texts of some 500 million letters and maps of 16 million names at most, got longer ones\n" +
        "fix: split the document, or leave out what need not be in it\n",
    },
    {
      error: Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        path: "/a\nb",
      }),
      want: "/a\\nb cannot be read or written: no space is left\nfix: make room, and run the command again\n",
    },
    {
      error: Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
      want: "a file cannot be read or written: no space is left\nfix: make room, and run the command again\n",
    },
    {
      error: "thrown text",
      want: "contract: unexpected error: thrown text (CONTRACT_DEBUG=1 shows where)\n",
    },
  ];
  for (const { error, want } of cases) {
    const { code, out, err } = await run(["paint", "wall"], () => {
      throw error as Error;
    });
    t.same({ code, out, err }, { code: 2, out: "", err: want });
  }
  const fail = (): never => {
    throw new TypeError("broken");
  };
  const debugged = await run(["paint", "wall"], fail, { CONTRACT_DEBUG: "1" });
  t.match(debugged.err, /TypeError: broken\n +at /);
});

t.test("every command prints its help under its own name, within 100 characters per line", async (t) => {
  for (const [name, load] of realCommands) {
    const command = await load();
    t.equal(command.name, name);
    let out = "";
    const io = { out: (text: string) => (out += text), err: () => undefined, cwd: "/", env: {} };
    t.equal(await runCommandLine([name, "--help"], io), 0);
    t.match(out, `Usage: contract ${name}`);
    t.same(
      out.split("\n").filter((line) => line.length > 100 && !line.startsWith("Usage")),
      [],
      name,
    );
  }
});
