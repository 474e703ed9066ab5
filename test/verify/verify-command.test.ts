// `contract verify` from the command line: its requests, output, files and exit codes.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import t from "tap";
import { parseCommandLine } from "../../scripts/contract/cli/parse-command-line.ts";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { runVerify, verifyCommand } from "../../scripts/contract/verify/verify-command.ts";
import { otherKey, ownKey, startPets } from "./pets.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const env = { CONTRACT_CREDENTIALS_KEY: ownKey, CONTRACT_OTHER_CREDENTIALS_KEY: otherKey };

async function run(args: readonly string[], cwd: string, stop = new AbortController().signal): Promise<Ran> {
  const said: { out: string[]; err: string[] } = { out: [], err: [] };
  const io = {
    cwd,
    env,
    out: (text: string) => said.out.push(text),
    err: (text: string) => said.err.push(text),
  };
  const parsed = parseCommandLine(verifyCommand, args);
  const code = await runVerify(parsed, io, stop);
  return { code, out: said.out.join("\n"), err: said.err.join("\n") };
}

/** Starts a proxy that accepts names of pets beyond their maximum length. */
async function lenient(
  t: { teardown: (end: () => void) => void },
  url: string,
  seen: IncomingMessage[],
): Promise<string> {
  const server = createServer((request, response) => {
    seen.push(request);
    void forward(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function forward(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  // Latin-1 keeps each byte as it is, UTF-8 or not.
  const text = Buffer.concat(parts)
    .toString("latin1")
    .replace(/"name":"(a{6,})"/, '"name":"aaaaa"');
  const headers = without(request.headers as Record<string, string>);
  const found = await fetch(url + (request.url ?? ""), {
    method: request.method ?? "GET",
    headers,
    ...(text !== "" && { body: Buffer.from(text, "latin1") }),
  });
  const cookie = `session=${sessionKey}; Path=/; HttpOnly`;
  response.writeHead(found.status, { ...without(Object.fromEntries(found.headers)), "set-cookie": cookie });
  response.end(Buffer.from(await found.arrayBuffer()));
}

/** Removes header fields of one connection or one body. */
function without(headers: Readonly<Record<string, string>>): Record<string, string> {
  const own = ["host", "connection", "content-length"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
}

/** Key of a session that the server opens. */
const sessionKey = "opened-by-the-server";

t.test(
  "a clean run exits with 0, only reads without --write, and reports what it did not test",
  async (t) => {
    const pets = await startPets(t);
    const seen: IncomingMessage[] = [];
    const target = await lenient(t, pets.url, seen);
    const { code, out } = await run([pets.path, "--target", target], dirname(pets.path));
    t.equal(code, 0);
    t.match(out, /no finding; \d+ % of what can be tried was tried/);
    t.match(out, /createPet: POST may change something: --write allows it/);
    t.same([...new Set(seen.map(({ method }) => method))].sort(), ["GET", "HEAD", "PROPFIND"]);
  },
);

t.test("a finding is reported in every format, replayed, and accepted", async (t) => {
  const pets = await startPets(t);
  const cwd = dirname(pets.path);
  const target = await lenient(t, pets.url, []);
  const args = [pets.path, "--target", target, "--write", "--operation", "createPet"];

  const text = await run([...args, "--har", "all.har"], cwd);
  t.equal(text.code, 1);
  t.match(text.out, /createPet {2}accepts-invalid {2}body\/name/);
  t.match(text.out, /expected rejected by maxLength: 6 characters\n {2}got 201/);
  t.match(text.out, /curl -i -X POST http:\/\/127\.0\.0\.1:\d+'?\/pets'? .*"\$CREDENTIALS".*aaaaaa/);
  t.match(text.out, /await client\.default\.create\w*\(\{ name: "aaaaaa" \}\)/);
  const har = readFileSync(join(cwd, "all.har"), "utf8");
  t.ok((JSON.parse(har) as { log: { entries: unknown[] } }).log.entries.length > 20);
  // One request has the right secret but for its last character.
  for (const secret of [ownKey.slice(0, -1), otherKey.slice(0, -1), sessionKey])
    t.notOk((text.out + text.err + har).includes(secret), "secrets are left out");
  t.match(har, "session=…; Path=/; HttpOnly");

  const json = await run([...args, "--format", "json"], cwd);
  const schema: object = JSON.parse(
    readFileSync("scripts/contract/verify/report/report.schema.json", "utf8"),
  ) as object;
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const report = JSON.parse(json.out) as { findings: { fingerprint: string; source: { line: number } }[] };
  t.ok(ajv.validate(schema, report), ajv.errorsText());
  const [finding] = report.findings;
  t.equal(report.findings.length, 1);
  t.match(readFileSync(pets.path, "utf8").split("\n")[(finding?.source.line ?? 0) - 1], /maxLength/);
  writeFileSync(join(cwd, "report.json"), json.out);

  const junit = await run([...args, "--format", "junit"], cwd);
  t.match(junit.out, /<testsuites name="contract verify" tests="\d+" failures="1"/);
  t.match(
    junit.out,
    /<failure message="expected rejected by maxLength: 6 characters; got 201" type="accepts-invalid">/,
  );
  const sarif = JSON.parse((await run([...args, "--format", "sarif"], cwd)).out) as {
    runs: { results: { ruleId: string }[] }[];
  };
  t.equal(sarif.runs[0]?.results[0]?.ruleId, "accepts-invalid");
  t.match((await run([...args, "--format", "markdown"], cwd)).out, /<code>createPet<\/code> accepts-invalid/);
  t.match((await run([...args, "--format", "html"], cwd)).out, /<!doctype html>[\s\S]*accepts-invalid/);

  const replay = await run([pets.path, "--target", target, "--write", "--replay", "report.json"], cwd);
  t.equal(replay.code, 1);
  const mended = await run([pets.path, "--target", pets.url, "--write", "--replay", "report.json"], cwd);
  t.equal(mended.code, 0);

  const said: string[] = [];
  const io = { cwd, env: {}, out: (line: string) => said.push(line), err: () => undefined };
  const accept = [
    "verify",
    "accept",
    finding?.fingerprint ?? "",
    "--report",
    "report.json",
    "--document",
    pets.path,
    "--author",
    "A. Person",
  ];
  t.equal(await runCommandLine([...accept, "--reason", "todo"], io), 2, "a reason is wanted");
  t.equal(await runCommandLine([...accept, "--reason", "names grow with the next release"], io), 0);
  const accepted = await run(args, cwd);
  t.equal(accepted.code, 0);
  t.match(accepted.out, /accepted by A\. Person until/);
  const idle = await run([pets.path, "--target", pets.url, "--write", "--operation", "createPet"], cwd);
  t.equal(idle.code, 1);
  t.match(idle.out, /is accepted and stale/);
});

t.test("an interrupted run reports its results and removes the resources it created", async (t) => {
  const pets = await startPets(t);
  const seen: IncomingMessage[] = [];
  const target = await lenient(t, pets.url, seen);
  const stop = new AbortController();
  const args = [pets.path, "--target", target, "--write", "--concurrency", "1", "--rate", "200"];
  setTimeout(() => stop.abort(), 600);
  const { out } = await run(args, dirname(pets.path), stop.signal);
  t.match(out, /the run was ended before all cases were tried/);
  t.ok(seen.length > 10);
  const left = await fetch(`${pets.url}/pets`, { headers: { "X-Key": ownKey } });
  t.same(await left.json(), []);
});

t.test("the same seed sends the same requests, another seed sends them in another order", async (t) => {
  const pets = await startPets(t);
  const sentOf = async (seed: string): Promise<string[]> => {
    const seen: IncomingMessage[] = [];
    const target = await lenient(t, pets.url, seen);
    await run([pets.path, "--target", target, "--concurrency", "1", "--seed", seed], dirname(pets.path));
    return seen.map(({ method, url }) => `${method ?? ""} ${url ?? ""}`);
  };
  const first = await sentOf("7");
  t.same(await sentOf("7"), first);
  const other = await sentOf("0");
  t.strictNotSame(other, first);
  t.same([...other].sort(), [...first].sort());
});

t.test("an invalid command line is reported with its fix", async (t) => {
  const pets = await startPets(t);
  const cases: readonly (readonly [args: readonly string[], want: RegExp])[] = [
    [[], /needs the server that it checks/],
    [["--target", "ftp://127.0.0.1"], /needs the server that it checks/],
    [["--target", "http://example.com"], /example\.com is not this machine/],
    [["--target", "http://127.0.0.1.example.com"], /is not this machine/],
    [["--target", pets.url, "--rate", "no"], /--rate cannot be used/],
    [["--target", pets.url, "--credential", "key=NOT_SET"], /--credential key cannot be used/],
    [["--target", pets.url, "--accepted", "none.yaml"], /--accepted none\.yaml cannot be read/],
    [["--target", pets.url, "--replay", "none.json"], /none\.json has no finding/],
  ];
  for (const [args, want] of cases)
    await t.rejects(run([pets.path, ...args], dirname(pets.path)), { message: want }, args.join(" "));
  const { code, err } = await run(
    [pets.path, "--target", pets.url, "--min-coverage", "99"],
    dirname(pets.path),
  );
  t.equal(code, 1);
  t.match(err, /--min-coverage requires 99/);
});

t.test("a server that does not respond does not block the run", async (t) => {
  const pets = await startPets(t);
  const args = [pets.path, "--target", "http://127.0.0.1:1", "--operation", "listPets"];
  const { code, out } = await run(args, dirname(pets.path));
  t.equal(code, 1);
  t.match(out, /no-response/);
});
