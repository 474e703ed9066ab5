// A witness as a line that a shell runs.
import { execFileSync } from "node:child_process";
import t from "tap";
import { curlCommand } from "../../../scripts/diff/format/curl-command.ts";
import { hostile, requestWitness, responseWitness } from "./review-of-everything.ts";

/** What a shell makes of the line: curl's arguments. */
function argumentsOf(line: string): string[] {
  const program = `curl() { printf '%s\\0' "$@"; }; BASE_URL=http://base.example CREDENTIALS=secret; ${line}`;
  return execFileSync("sh", ["-c", program], { encoding: "utf8" }).split("\0").slice(0, -1);
}

t.test("a shell gives curl exactly the request, whatever the text holds", async (t) => {
  t.same(argumentsOf(curlCommand(requestWitness.exchange.request)), [
    ...["-i", "-X", "POST", "https://comms.example/v1/SenderPools?a=1"],
    ...["-H", "Authorization: Basic secret", "-H", 'If-Match: "1"', "-H", "Content-Type: application/json"],
    ...["--data-raw", JSON.stringify({ name: hostile })],
  ]);
});

t.test("a relative server is a variable", async (t) => {
  t.same(argumentsOf(curlCommand(responseWitness.exchange.request)), [
    ...["-i", "-X", "GET", "http://base.example/v1/Senders"],
  ]);
});
