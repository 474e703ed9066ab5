// Prints a witness in a few lines: the request or response on the left, the result of each side on the right.
import { printable } from "../../cli/printable.ts";
import type { Witness } from "../comparison.ts";
import type { HttpBody } from "../../exchange/http.ts";
import { serverPath } from "../../exchange/server-url.ts";
import { parsePointer } from "../../document/pointer.ts";
import { cut, focusedJson, elidedString, elidedUrl } from "./elide.ts";
import { greatest } from "../../document/long-lists.ts";

/** Returns the lines of a witness, each no wider than `width`. */
export function witnessLines(witness: Witness, width: number): string[] {
  const left = sentLines(witness, width).map(printable);
  const right = saidLines(witness);
  const half = Math.floor(width / 2) - 2;
  if (width < 80 || left.some((line) => line.length > half)) {
    return [...left, ...right.map((line) => `  ${line}`)].map((line) => cut(line, width));
  }
  const column =
    greatest(
      left.map((line) => line.length),
      0,
    ) + 4;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    cut(`${(left[index] ?? "").padEnd(column)}${right[index] ?? ""}`.trimEnd(), width),
  );
}

function sentLines({ exchange, rejection }: Witness, width: number): string[] {
  const { request, response } = exchange;
  const body = (sent: HttpBody | undefined) =>
    sent === undefined ? [] : [focusedJson(sent.value, focusOf(rejection), width)];
  const url = `${request.method} ${elidedUrl(serverPath(request.server) + request.target)}`;
  const credentials = request.credentials.map(({ scheme, scopes }) =>
    scopes.length === 0 ? `with ${scheme}` : `with ${scheme} (${scopes.join(" ")})`,
  );
  if (response !== undefined) {
    return [`${url} → ${response.status}`, ...headerLines(response.headers), ...body(response.body)];
  }
  return [url, ...credentials, ...headerLines(request.headers), ...body(request.body)];
}

function headerLines(headers: readonly (readonly [string, string])[]): string[] {
  return headers
    .filter(([name, value]) => name !== "content-type" || value !== "application/json")
    .map(([name, value]) => `${name}: ${elidedString(value)}`);
}

/** Returns the path to the error: `body/senders/0/status must be …` → `senders`, `0`, `status`. */
function focusOf([first = ""]: readonly string[]): string[] {
  const [place = ""] = first.split(" ");
  return place.startsWith("body/") ? parsePointer(place.slice("body".length)) : [];
}

function saidLines({ exchange, sender, rejection }: Witness): string[] {
  const receiver = sender === "base" ? "head" : "base";
  const verdict =
    exchange.response === undefined
      ? `${sender}: accepted   ${receiver}: ${rejectionStatus(rejection)}`
      : `${sender}: may respond so    ${receiver}: does not allow it`;
  const more = rejection.length > 3 ? [`and ${rejection.length - 3} more`] : [];
  return [verdict, ...rejection.slice(0, 3), ...more];
}

/** Returns the status with which a server would most likely reject the request. */
function rejectionStatus([first = ""]: readonly string[]): string {
  if (first.startsWith("credentials")) return "401";
  if (first.startsWith("content-type")) return "415";
  return first.endsWith("is not declared") ? "404" : "400";
}
