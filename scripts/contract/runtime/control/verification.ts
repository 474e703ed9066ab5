// Verifies that the expected requests were sent; if not, reports the nearest request.
import { invalidRequest } from "../boundary/problem.ts";
import { deepEqual } from "../deep-equal.ts";
import { isStatus, type JournalEntry } from "./journal.ts";
import { anything, type FieldReader, members, readFields, text, wholeNumber } from "./read-fields.ts";

/** The expected requests; an omitted property accepts any value. */
export interface Expectation {
  readonly operationId?: string;
  readonly method?: string;
  /** The path, without the query. */
  readonly path?: string;
  /** `201`, or `2XX`. */
  readonly status?: string;
  /** Query parameters that must have these values; others are allowed. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Header fields that must have these values; others are allowed. */
  readonly headers?: Readonly<Record<string, unknown>>;
  /** The expected body: its objects may have additional members, its lists must be equal. */
  readonly body?: unknown;
  /** Exact number of requests. Default: at least one. */
  readonly count?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A location where a request differs from the expectation. */
export interface Difference {
  readonly in: string;
  readonly name?: string;
  readonly pointer?: string;
  readonly detail: string;
}

/** The result of a verification. */
export interface Verification {
  readonly verified: boolean;
  /** The number of requests that match, and their ids. */
  readonly count: number;
  readonly requests: readonly number[];
  /** The expected number of requests, in words. */
  readonly expected: string;
  /** The request with the fewest differences, if too few match. */
  readonly nearest:
    { readonly request: JournalEntry; readonly differences: readonly Difference[] } | undefined;
}

const readers = {
  operationId: text,
  method: text,
  path: text,
  status: (given) =>
    /^[1-5](\d\d|xx)$/i.test(String(given))
      ? { value: String(given) }
      : { problem: "must be a status such as 201, or 2XX" },
  query: members,
  headers: members,
  body: anything,
  count: wholeNumber(0, 1_000_000),
  atLeast: wholeNumber(0, 1_000_000),
  atMost: wholeNumber(0, 1_000_000),
} satisfies { [Name in keyof Expectation]-?: FieldReader<Expectation[Name]> };

/** Parses an expectation. Throws the 400 for an invalid one. */
export function readExpectation(body: unknown): Expectation {
  const fields = readFields(body, readers);
  if (Object.keys(fields).every((name) => name === "count" || name.startsWith("at")))
    throw invalidRequest([
      { in: "body", pointer: "", detail: "must name the expected request, by operationId for example" },
    ]);
  return fields;
}

export function verify(entries: readonly JournalEntry[], expectation: Expectation): Verification {
  const { count, atLeast, atMost } = expectation;
  const compared = entries.map((request) => ({ request, differences: differencesOf(request, expectation) }));
  const found = compared.filter(({ differences }) => differences.length === 0);
  const least = count ?? atLeast ?? (atMost === undefined ? 1 : 0);
  const most = count ?? atMost ?? Number.POSITIVE_INFINITY;
  const verified = found.length >= least && found.length <= most;
  // Of requests with equally few differences, the last: it is the one the test has just sent.
  const nearest = compared
    .filter(({ differences }) => differences.length > 0)
    .reduce<(typeof compared)[number] | undefined>(
      (best, one) => (best === undefined || one.differences.length <= best.differences.length ? one : best),
      undefined,
    );
  return {
    verified,
    count: found.length,
    requests: found.map(({ request }) => request.id),
    expected:
      count === undefined
        ? most === Number.POSITIVE_INFINITY
          ? `at least ${least}`
          : `${least} to ${most}`
        : String(count),
    nearest: verified || found.length > most ? undefined : nearest,
  };
}

function differencesOf(request: JournalEntry, expected: Expectation): Difference[] {
  const found: Difference[] = [];
  const { operationId, method, path, status, query = {}, headers = {}, body } = expected;
  const differ = (place: Omit<Difference, "detail">, want: unknown, got: unknown): void => {
    found.push({ ...place, detail: `was ${shown(got)}, expected ${shown(want)}` });
  };
  if (operationId !== undefined && request.operationId !== operationId)
    differ({ in: "operation" }, operationId, request.operationId);
  if (method !== undefined && request.method !== method.toUpperCase())
    differ({ in: "method" }, method, request.method);
  const [sentPath = "", sentQuery = ""] = request.url.split("?");
  if (path !== undefined && sentPath !== path) differ({ in: "path" }, path, sentPath);
  if (status !== undefined && !isStatus(request.status, status))
    differ({ in: "status" }, status, request.status);
  const sent = new URLSearchParams(sentQuery);
  for (const [name, value] of Object.entries(query)) {
    const got = sent.getAll(name);
    const want = [value].flat().map(String);
    if (!deepEqual(got, want))
      differ({ in: "query", name }, value, got.length === 0 ? undefined : got.join(","));
  }
  for (const [name, value] of Object.entries(headers)) {
    const got = request.headers[name.toLowerCase()];
    if (got !== String(value)) differ({ in: "header", name }, value, got);
  }
  if (body !== undefined) compareBody("", request.body, body, differ);
  return found;
}

type Differ = (place: Omit<Difference, "detail">, want: unknown, got: unknown) => void;

function compareBody(pointer: string, got: unknown, want: unknown, differ: Differ): void {
  if (isObject(want) && isObject(got)) {
    for (const [name, member] of Object.entries(want))
      compareBody(
        `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        Object.hasOwn(got, name) ? got[name] : undefined,
        member,
        differ,
      );
  } else if (Array.isArray(want) && Array.isArray(got) && want.length === got.length) {
    for (const [at, item] of want.entries()) compareBody(`${pointer}/${at}`, got[at], item, differ);
  } else if (!deepEqual(got, want)) differ({ in: "body", pointer }, want, got);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const written = JSON.stringify(value);
  return written.length > 200 ? `${written.slice(0, 200)}…` : written;
}
