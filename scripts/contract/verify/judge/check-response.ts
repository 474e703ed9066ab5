// Checks that apply to every response, independent of the request.
import type { ApiOperation } from "../../exchange/api.ts";
import { mediaRange } from "../../exchange/media-range.ts";
import { keyForStatus } from "../../exchange/status-range.ts";
import { responseSentences } from "../../proxy/check-exchange.ts";
import { fieldOf, type Received, type Sent } from "../send/sender.ts";
import type { Problem } from "./problem.ts";

/** Maximum number of bytes of a body that are checked. */
const most = 8 * 2 ** 20;

/** Settings of these checks. */
export interface ResponseSettings {
  /** Maximum duration of a response in milliseconds; undefined for no limit. */
  readonly slow: number | undefined;
}

/** Returns all problems of a response by itself. */
export function checkReceived(operation: ApiOperation, sent: Sent, { slow }: ResponseSettings): Problem[] {
  const { response, failure, took, request } = sent;
  if (response === undefined)
    return [{ check: "no-response", place: "response", expected: "a response", got: failure ?? "none" }];
  const { status } = response;
  const late: Problem[] =
    slow === undefined || took <= slow
      ? []
      : [
          {
            check: "too-slow",
            place: "response",
            expected: `at most ${slow} ms`,
            got: `${Math.ceil(took)} ms`,
          },
        ];
  const failed: Problem[] =
    status < 500 || status === 501 || status === 505
      ? []
      : [{ check: "server-error", place: "status", expected: "a status below 500", got: String(status) }];
  return [
    ...failed,
    ...late,
    ...innerWorkings(response),
    ...serverVersion(response),
    ...problemDocument(response),
    ...(request.method === operation.source.method || request.method === "HEAD" || status === 405
      ? againstDocument(operation, sent, response)
      : []),
  ];
}

function againstDocument(operation: ApiOperation, { request }: Sent, response: Received): Problem[] {
  const { status } = response;
  const key = keyForStatus(
    operation.responses.map((response) => response.status),
    status,
  );
  const declared = operation.responses.find((one) => one.status === key);
  if (declared === undefined) return isOrdinary(operation, status) ? [] : [notDeclared(operation, status)];
  const sentences = responseSentences(operation, request.method, response, most)
    .filter(({ isNote }) => !isNote)
    // These have no body, whatever is declared (RFC 9110, sections 15.3.5 and 15.3.6).
    .filter(({ sentence }) => ![204, 205].includes(status) || !sentence.startsWith("body is missing"));
  const problems = sentences.map(({ sentence }) => problemOf(sentence, status, declared.pointer));
  return problems;
}

function notDeclared({ responses, source }: ApiOperation, status: number): Problem {
  const declared = responses.map((response) => response.status).join(", ");
  return {
    check: "status-not-declared",
    place: `status/${status}`,
    expected: declared === "" ? "a status that is declared" : declared,
    got: String(status),
    pointer: `${source.pointer}/responses`,
  };
}

/**
 * Returns whether a status may be undeclared: statuses that HTTP itself defines and many documents omit,
 * which clients must expect (RFC 9110, section 15). If an operation declares any client errors, its statuses
 * for invalid requests must be among them.
 */
function isOrdinary({ responses }: ApiOperation, status: number): boolean {
  if (status >= 500) return true; // Reported by a check of its own.
  // Some documents describe errors only; no status of a success could be the right one.
  if (status < 300) return responses.every((response) => /^[45]/.test(response.status));
  const isDeclared = (one: string): boolean => responses.some((response) => response.status === one);
  if ([400, 422].includes(status)) return !isDeclared("400") && !isDeclared("422");
  return (
    [401, 403, 404, 405, 406, 408, 411, 412, 413, 414, 415, 428, 429, 431].includes(status) &&
    !isDeclared(String(status))
  );
}

/**
 * Converts sentences such as `body/tags must …`, `header/etag is required`, `content-type must be …` to
 * problems.
 */
function problemOf(sentence: string, status: number, pointer: string): Problem {
  const at = / (?=must |is |are )/.exec(sentence)?.index ?? sentence.length;
  const place = sentence.slice(0, at);
  const [part = ""] = place.split("/");
  const check =
    part === "header" ? "response-header" : part === "content-type" ? "media-type" : "response-body";
  const [expected = "", got = ""] = sentence.slice(at + 1).split("; got ");
  return {
    check,
    place: `${status}/${place.replaceAll(/\/\d+(?=\/|$)/g, "/*")}`,
    expected,
    got: got === "" ? "it does not" : got,
    pointer,
  };
}

/** Traces that frameworks print: stack lines of Node, Python, Java, .NET, Go, Ruby and PHP. */
const traces =
  /\n?\s+at .+\(?\S+:\d+:\d+\)?|Traceback \(most recent call last\)|\bat [\w$.]+\([\w$]+\.(?:java|kt|scala):\d+\)|\bat [\w.]+ in \S+:line \d+|goroutine \d+ \[|\.rb:\d+:in [`']|#\d+ \S+\.php\(\d+\)|node_modules\/|SQLSTATE\[|SQLITE_[A-Z]+|ORA-\d{5}/;

function innerWorkings({ status, body }: Received): Problem[] {
  if (status < 400) return [];
  const found = traces
    .exec(body.toString("utf8", 0, 65_536))?.[0]
    .trim()
    .slice(0, 80);
  return found === undefined
    ? []
    : [
        {
          check: "inner-workings",
          place: `${status}/body`,
          expected: "nothing of a stack, a path or a database",
          got: found,
        },
      ];
}

function serverVersion(response: Received): Problem[] {
  const server = fieldOf(response, "server");
  const powered = fieldOf(response, "x-powered-by") ?? fieldOf(response, "x-aspnet-version");
  const names = [
    ...(server !== undefined && /\d+\.\d+/.test(server) ? [["server", server] as const] : []),
    ...(powered === undefined ? [] : [["x-powered-by", powered] as const]),
  ];
  return names.map(([name, value]) => ({
    check: "server-version",
    place: `header/${name}`,
    expected: "no software and version",
    got: value,
  }));
}

/**
 * Checks a problem document (RFC 9457, section 3.1): its standard members have these types, and `status`
 * equals that of the response.
 */
function problemDocument(response: Received): Problem[] {
  const type = fieldOf(response, "content-type") ?? "";
  if (mediaRange(type).subtype !== "problem+json" || response.body.length === 0) return [];
  const wrong = wrongWith(response);
  return wrong === undefined
    ? []
    : [{ check: "problem-document", place: `${response.status}/body`, expected: wrong[0], got: wrong[1] }];
}

function wrongWith({ body, status }: Received): readonly [expected: string, got: string] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    return ["JSON", "text that is not JSON"];
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ["an object", typeof value];
  const problem = value as Readonly<Record<string, unknown>>;
  const texts = ["type", "title", "detail", "instance"].filter(
    (name) => problem[name] !== undefined && typeof problem[name] !== "string",
  );
  if (texts[0] !== undefined)
    return [`a string for ${texts[0]}`, JSON.stringify(problem[texts[0]]).slice(0, 80)];
  const bodyStatus = problem["status"];
  return bodyStatus === undefined || bodyStatus === status
    ? undefined
    : [`${status} for status`, JSON.stringify(bodyStatus).slice(0, 80)];
}
