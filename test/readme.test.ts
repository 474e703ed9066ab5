// The README is correct: its commands exist, its programs are files that run, and its sample output is the
// real output.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import t from "tap";
import { compare } from "../scripts/contract/diff/compare.ts";
import { textReport } from "../scripts/contract/diff/format/text.ts";
import { readFiles } from "./support/read-files.ts";
import { call, startTestServer } from "./support/test-server.ts";

const readme = readFileSync("README.md", "utf8");

/** The README and the pages that it refers to. */
const pages = [
  "README.md",
  "spec/README.md",
  "server/README.md",
  "client/README.md",
  "scripts/README.md",
  "scripts/contract/mock/README.md",
  "CONTRIBUTING.md",
];

/** Returns the fenced code blocks of a language; those without a language for the empty name. */
function blocks(language: string): string[] {
  const fences = readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm);
  return [...fences].filter(([, name]) => name === language).map(([, , text = ""]) => text);
}

t.test("every npm script that a page names exists", async (t) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  for (const page of pages) {
    const text = readFileSync(page, "utf8");
    for (const [, one, other] of text.matchAll(/npm (?:(start|test)|run ([a-z:]+))/g))
      t.ok(scripts[one ?? other ?? ""], `${page}: npm run ${one ?? other}`);
  }
});

t.test("every file and folder that a page links to exists", async (t) => {
  for (const page of pages) {
    const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#:]+)\)/g)].flatMap(
      ([, path = ""]) => path,
    );
    for (const path of links) t.ok(existsSync(join(dirname(page), path)), `${page}: ${path}`);
  }
});

t.test("the README's client program is one of the tested examples", async (t) => {
  const examples = readdirSync("client/examples").map((name) =>
    readFileSync(`client/examples/${name}`, "utf8"),
  );
  const programs = blocks("ts");
  t.ok(programs.length > 0);
  for (const program of programs) t.ok(examples.some((example) => example.includes(program)));
});

t.test("the README's curl command gets the response that it shows", async (t) => {
  const server = await startTestServer(t);
  const line = blocks("sh").find((block) => block.startsWith("curl"));
  const { stdout } = await promisify(execFile)("sh", [
    "-c",
    (line ?? "").replaceAll("http://127.0.0.1:3000", server.url),
  ]);
  const head = blocks("http")[0]?.split("…")[0] ?? "";
  const shape = (text: string) =>
    text.replaceAll(/127\.0\.0\.1:\d+/g, "HOST").replaceAll(/(comms_operation_)\w+/g, "$1ID");
  const answered = new Set(shape(stdout).split("\r\n"));
  for (const expected of shape(head).trim().split("\n")) t.ok(answered.has(expected), expected);
});

t.test("the README's invalid request gets the response that it shows", async (t) => {
  const server = await startTestServer(t);
  const { text } = await call(server, {
    method: "POST",
    path: "/SenderPools",
    body: { name: "Sales Leads - APAC", tags: { region: "a".repeat(257) }, colour: "red" },
  });
  const want = JSON.parse(blocks("json")[0] ?? "") as Record<string, unknown>;
  t.same({ ...(JSON.parse(text) as object), instance: undefined }, { ...want, instance: undefined });
});

t.test("the README's diff output is real", async (t) => {
  const base = readFileSync("spec/openapi.yaml", "utf8");
  const at = base.indexOf("    TagValue:");
  const head = base.slice(0, at) + base.slice(at).replace("maxLength: 256", "maxLength: 128");
  const [before, after] = await Promise.all([
    readFiles({ "origin/main:spec/openapi.yaml": base }),
    readFiles({ "spec/openapi.yaml": head }),
  ]);
  const comparison = compare(before, after);
  const terminal = { columns: 110, colour: false };
  const shape = (text: string) => text.trim().replaceAll(/\d+:\d+/g, "LINE");
  t.equal(shape(textReport(comparison, { terminal, proofs: false })), shape(blocks("")[0] ?? ""));
});
