import { spawn } from "node:child_process";
import { once } from "node:events";
import t from "tap";

const cli = new URL("../../scripts/contract/cli.ts", import.meta.url).pathname;

/** Starts the real program, and collects its output until it ends. */
async function contract(args: readonly string[], options: { closeStdout?: boolean } = {}) {
  const child = spawn(process.execPath, ["--import=tsx", cli, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { out: "", err: "" };
  if (options.closeStdout === true) child.stdout.destroy();
  else child.stdout.on("data", (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, ...printed };
}

t.test(
  "the program ends with the command's exit code, and separates results on stdout from messages on stderr",
  async (t) => {
    const directory = t.testdir({
      "a.yaml": "openapi: 3.1.0\npaths: {/a: {get: {operationId: a, tags: [a], responses: {}}}}\n",
    });
    const found = await contract(["lint", `${directory}/a.yaml`]);
    t.equal(found.code, 1);
    t.match(found.out, `${directory}/a.yaml:2:14  operation-summary  GET /a has no summary\n`);
    t.match(found.err, /2 findings by 2 rules/);
    const missing = await contract(["lint", "no/such.yaml"]);
    t.same(missing, {
      code: 2,
      out: "",
      err: "no/such.yaml cannot be read: there is no such file\nfix: correct the path\n",
    });
  },
);

t.test("a reader that closes the pipe early changes neither the exit code nor stderr", async (t) => {
  const schemas = Array.from({ length: 5000 }, (_, index) => `    A${index}: {type: string}`).join("\n");
  const directory = t.testdir({ "a.yaml": `openapi: 3.1.0\ncomponents:\n  schemas:\n${schemas}\n` });
  const { code, err } = await contract(["lint", `${directory}/a.yaml`], { closeStdout: true });
  t.equal(code, 1);
  t.match(err, /^\S+a\.yaml: 10000 findings by 2 rules of \d+\n$/);
});
