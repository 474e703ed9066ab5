// A witness as a command line for a shell.
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import t from "tap";
import { curlCommand } from "../../../scripts/contract/diff/format/curl-command.ts";
import { hostile, requestWitness, responseWitness } from "./review-of-everything.ts";

/** Runs the line in a shell and returns the arguments that curl receives. */
function argumentsOf(line: string): string[] {
  const program = `curl() { printf '%s\\0' "$@"; }; BASE_URL=http://base.example CREDENTIALS=secret; ${line}`;
  return execFileSync("sh", ["-c", program], { encoding: "utf8" }).split("\0").slice(0, -1);
}

t.test("a shell passes exactly the request to curl, whatever characters it contains", async (t) => {
  t.same(argumentsOf(curlCommand(requestWitness.exchange.request)), [
    ...["-i", "-X", "POST", "https://comms.example/v1/SenderPools?a=1"],
    ...["-H", "Authorization: Basic secret", "-H", 'If-Match: "1"', "-H", "Content-Type: application/json"],
    ...["--data-raw", JSON.stringify({ name: hostile })],
  ]);
});

t.test("invisible characters are printed as escapes and sent unchanged", async (t) => {
  const { request } = requestWitness.exchange;
  const text = "-a\u2028b\r\n%d \\ 'c'\u0000\u202e";
  const line = curlCommand({
    ...request,
    headers: [["X-A", "b\u00a0c"]],
    body: { mediaType: "text/plain", text, value: text },
  });
  t.match(line, /^[\x20-\x7e]+$/);
  const program = `curl() { printf '%s\\0' "$@" >&2; cat; }; CREDENTIALS=secret; ${line}`;
  const sent = spawnSync("sh", ["-c", program], { encoding: "utf8" });
  t.equal(sent.stdout, text);
  t.ok(sent.stderr.split("\0").includes("X-A: b\u00a0c"));
  const json = curlCommand({
    ...request,
    body: { mediaType: "application/json", text: '"a\u2028\u{e0041}"', value: "a\u2028\u{e0041}" },
  });
  t.equal(JSON.parse(argumentsOf(json).at(-1) ?? ""), "a\u2028\u{e0041}");
  t.match(json, /^[\x20-\x7e]+$/);
});

t.test("no printed command contains one to a workflow's runner", async (t) => {
  const { request } = requestWitness.exchange;
  const text = "a ##vso[task.prependpath]b ##[group]c";
  for (const mediaType of ["text/plain", "application/json"]) {
    const body = { mediaType, text: JSON.stringify(text), value: text };
    const line = curlCommand({ ...request, headers: [["X-A", text]], body });
    t.notMatch(line, /##\w*\[/);
    const program = `curl() { printf '%s\\0' "$@" >&2; cat; }; CREDENTIALS=secret; ${line}`;
    const { stdout, stderr } = spawnSync("sh", ["-c", program], { encoding: "utf8", input: "" });
    const words = stderr.split("\0");
    t.ok(words.includes(`X-A: ${text}`));
    const sent = words.includes("--data-raw") ? (words[words.indexOf("--data-raw") + 1] ?? "") : stdout;
    t.equal(JSON.parse(sent), text);
  }
});

t.test("characters that curl would interpret are sent literally", async (t) => {
  const { request } = responseWitness.exchange;
  const cases = [
    { given: { target: "/a?b[c]=1" }, want: "--globoff" },
    { given: { target: "/a/../b" }, want: "--path-as-is" },
    { given: { method: "HEAD" }, want: "--head" },
  ];
  for (const { given, want } of cases) {
    const words = argumentsOf(curlCommand({ ...request, ...given }));
    t.ok(words.includes(want), words.join(" "));
    t.equal(words.includes("-X"), want !== "--head");
  }
  t.notOk(argumentsOf(curlCommand(request)).includes("--globoff"));
  t.notMatch(curlCommand({ ...request, headers: [["@/etc/passwd", "x"]] }), "passwd");
});

const noCurl = spawnSync("curl", ["--version"]).error === undefined ? false : "there is no curl here";

t.test("a command line for HEAD or GET with a body works in curl itself", { skip: noCurl }, async (t) => {
  const seen: unknown[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      seen.push([request.method, body]);
      response.writeHead(400, { "content-type": "text/plain" }).end("no");
    });
  }).listen(0, "127.0.0.1");
  t.teardown(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const method of ["HEAD", "GET"]) {
    const { request } = requestWitness.exchange;
    const line = curlCommand({ ...request, server: `http://127.0.0.1:${port}`, method });
    const { stdout } = await promisify(execFile)("sh", ["-c", `CREDENTIALS=secret; ${line}`]);
    t.match(stdout, /^HTTP\/1\.[01] 400/, line);
  }
  const text = requestWitness.exchange.request.body?.text;
  t.same(seen, [
    ["HEAD", text],
    ["GET", text],
  ]);
});

t.test("an API key in the query is a shell variable in the curl line", async (t) => {
  const { request } = responseWitness.exchange;
  const credentials = [{ scheme: "apiKey query api key", scopes: [] }];
  const url = (target: string) => argumentsOf(curlCommand({ ...request, target, credentials })).at(-1);
  t.equal(url("/a"), "http://base.example/v1/a?api%20key=secret");
  t.equal(url("/a?b=1"), "http://base.example/v1/a?b=1&api%20key=secret");
});

t.test("a relative server URL is a shell variable in the curl line", async (t) => {
  t.same(argumentsOf(curlCommand(responseWitness.exchange.request)), [
    ...["-i", "-X", "GET", "http://base.example/v1/Senders"],
  ]);
});
