// Writes the verdict into a GitLab merge request: one note, which this tool owns and updates in place.
import { setTimeout as sleep } from "node:timers/promises";
import { DocumentError, type Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { printable } from "../../cli/printable.ts";
import type { GitlabMergeRequest } from "./gitlab-merge-request.ts";

/** Maximum number of attempts, and the first and longest wait between them, in milliseconds. */
export interface Patience {
  readonly tries: number;
  readonly pause: number;
  readonly longest: number;
  /** Timeout of a response, in milliseconds. */
  readonly timeout: number;
}

const usual: Patience = { tries: 5, pause: 1000, longest: 60_000, timeout: 30_000 };

/**
 * Notes per page, maximum number of pages (more than any readable merge request has), and maximum size in
 * bytes.
 */
const [perPage, mostPages, mostBytes] = [50, 200, 64 * 1024 * 1024];

/**
 * Updates the note that begins with the first line of `text` and was written by this token's user; without
 * one, creates it. Responses of 429 and 5xx, and failed connections, are retried, starting with the list of
 * notes, so that none is created twice.
 *
 * @throws DocumentError for any other response of GitLab
 *
 * @returns what was done, in one line
 */
export async function writeGitlabNote(
  request: GitlabMergeRequest,
  text: string,
  patience: Patience = usual,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeOnce(request, withoutQuickActions(text), patience);
    } catch (error) {
      if (!(error instanceof Retryable)) throw error;
      if (attempt >= patience.tries) throw rejected(error.message, "try the job again later", request);
      const wait = error.after ?? patience.pause * 2 ** (attempt - 1);
      await sleep(Math.min(wait, patience.longest));
    }
  }
}

/** A failure that may be temporary. */
class Retryable extends Error {
  /** Wait requested by the server, in milliseconds. */
  readonly after: number | undefined;
  constructor(message: string, after?: number) {
    super(message);
    this.after = after;
  }
}

async function writeOnce(request: GitlabMergeRequest, text: string, patience: Patience): Promise<string> {
  const { project, iid } = request;
  const notes = `/projects/${encodeURIComponent(project)}/merge_requests/${iid}/notes`;
  const call = (method: string, path: string, body?: object) =>
    send(request, { method, path, body }, patience);
  const me = idOf((await call("GET", "/user")).value);
  if (me === "") throw rejected("it does not report the owner of the token", "check CI_API_V4_URL", request);
  const mine = await findNote(call, notes, { marker: text.split("\n", 1)[0] ?? "", me });
  if (mine?.body === text) return `the note of merge request !${iid} is up to date`;
  if (mine !== undefined) {
    await call("PUT", `${notes}/${mine.id}`, { body: text });
    return `the note of merge request !${iid} is updated`;
  }
  await call("POST", notes, { body: text });
  return `a note is written to merge request !${iid}`;
}

type Call = (method: string, path: string, body?: object) => Promise<GitlabResponse>;

/**
 * Finds the note by this user: another user's note with the same beginning is neither overwritten nor does it
 * prevent writing.
 */
async function findNote(
  call: Call,
  notes: string,
  { marker, me }: { readonly marker: string; readonly me: string },
): Promise<{ id: string; body: string } | undefined> {
  for (let page: string | undefined = "1", seen = 0; page !== undefined && seen < mostPages; seen++) {
    const { value, next } = await call("GET", `${notes}?sort=asc&per_page=${perPage}&page=${page}`);
    for (const note of isArray(value) ? value : []) {
      if (!isObject(note) || note["system"] === true || !isObject(note["author"] ?? null)) continue;
      const { body, author } = note;
      if (typeof body !== "string" || idOf(author ?? null) !== me) continue;
      if (body.split(/\r?\n/, 1)[0] === marker) return { id: idOf(note), body };
    }
    page = next;
  }
  return undefined;
}

interface GitlabResponse {
  readonly value: Json;
  /** The number of the next page. */
  readonly next: string | undefined;
}

async function send(
  request: GitlabMergeRequest,
  {
    method,
    path,
    body,
  }: { readonly method: string; readonly path: string; readonly body: object | undefined },
  { timeout }: Patience,
): Promise<GitlabResponse> {
  const { api, token } = request;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${api}${path}`, {
      method,
      headers: { "PRIVATE-TOKEN": token, "Content-Type": "application/json", Accept: "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A redirect to another host would send the token there.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    text = await limited(response);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new Retryable("it cannot be reached, or does not respond in time");
  }
  const { status, headers } = response;
  if (status === 429 || status >= 500) throw new Retryable(`it responds with ${status}`, retryAfter(headers));
  if (!response.ok)
    throw rejected(`it responds with ${status}${saying(text, token)}`, fixFor(status), request);
  return { value: parsed(text), next: /^\d+$/.exec(headers.get("x-next-page") ?? "")?.[0] };
}

async function limited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > mostBytes)
      throw new DocumentError("the response of GitLab exceeds 64 MB", { fix: "check CI_API_V4_URL" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Parses Retry-After (RFC 9110, section 10.2.3): seconds, or a date, which GitLab does not send. */
function retryAfter(headers: Headers): number | undefined {
  const seconds = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

/** Returns GitLab's message if it adds to the status; the token is removed even if the message repeats it. */
function saying(text: string, token: string): string {
  const value = parsed(text);
  const message = isObject(value)
    ? (value["message"] ?? value["error_description"] ?? value["error"])
    : undefined;
  if (message === undefined) return "";
  const words = typeof message === "string" ? message : JSON.stringify(message);
  return `: ${printable(words.replaceAll(token, "…").slice(0, 200))}`;
}

function fixFor(status: number): string {
  if (status === 401) return "CONTRACT_GITLAB_TOKEN has expired or is not valid: create a new one";
  if (status === 403) return "give the token the scope api, and its user the role of a reporter or above";
  if (status === 404) return "give the token's user access to the project";
  if (status >= 300 && status < 400) return "set CI_API_V4_URL to the address that it redirects to";
  return "look at the log of GitLab";
}

function rejected(problem: string, fix: string, { api }: GitlabMergeRequest): DocumentError {
  return new DocumentError(`no note is written to ${api}: ${problem}`, {
    expected: "expected GitLab's API, version 4, to take a note of the merge request",
    fix,
  });
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function idOf(value: Json): string {
  const id = isObject(value) ? value["id"] : undefined;
  return typeof id === "number" ? String(id) : "";
}

/** Escapes quick actions: a line that begins with a slash is a command to GitLab. */
function withoutQuickActions(text: string): string {
  return text.replace(/^(\s*)\//gm, "$1&#47;");
}
