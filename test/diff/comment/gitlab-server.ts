// A small GitLab: the notes of one merge request behind its API, version 4, paginated.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import type { Test } from "tap";

export interface Note {
  id: number;
  body: string;
  system: boolean;
  author: { id: number };
}

export const token = "glpat-secret_1";
/** ID of the user that the token belongs to. */
export const ours = 7;

/** Responds to an exchange instead of the API; returns false to leave it to the API. */
type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

export async function startGitlab(t: Test, notes: Note[] = []) {
  const seen: string[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    seen.push(`${method} ${url}`);
    let text = "";
    for await (const chunk of request.setEncoding("utf8") as AsyncIterable<string>) text += chunk;
    const [fault] = faults;
    if (fault?.(request, response) === true) return void faults.shift();
    const send = (status: number, value: object, headers: Record<string, string> = {}): void =>
      void response
        .writeHead(status, { "Content-Type": "application/json", ...headers })
        .end(JSON.stringify(value));
    if (request.headers["private-token"] !== token) {
      send(401, { message: `401 Unauthorized ${String(request.headers["private-token"])}` });
      return;
    }
    const { pathname, searchParams } = new URL(url, "http://gitlab");
    if (pathname === "/api/v4/user") {
      send(200, { id: ours, username: "project_1_bot" });
      return;
    }
    const [, id] =
      /^\/api\/v4\/projects\/team%2Fpools\/merge_requests\/3\/notes(?:\/(\d+))?$/.exec(pathname) ?? [];
    if (!pathname.includes("/merge_requests/3/")) {
      send(404, { message: "404 Not found" });
      return;
    }
    if (method === "GET") {
      const [page, size] = ["page", "per_page"].map((name) => Number(searchParams.get(name)));
      const rest = notes.slice(((page ?? 1) - 1) * (size ?? 20));
      const next = rest.length > (size ?? 20) ? String((page ?? 1) + 1) : "";
      send(200, rest.slice(0, size), { "X-Next-Page": next });
      return;
    }
    const { body } = JSON.parse(text) as { body: string };
    if (Array.from(body).length > 1_000_000) {
      send(400, { message: "body is too long" });
      return;
    }
    const found = notes.find((note) => String(note.id) === id);
    if (method === "PUT" && found !== undefined) {
      found.body = body;
      send(200, found);
      return;
    }
    const note = { id: notes.length + 1, body, system: false, author: { id: ours } };
    notes.push(note);
    send(201, note);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => void server.close());
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`;
  const env = {
    CI_API_V4_URL: api,
    CI_PROJECT_ID: "99",
    CI_MERGE_REQUEST_PROJECT_ID: "team/pools",
    CI_MERGE_REQUEST_IID: "3",
    CONTRACT_GITLAB_TOKEN: token,
  };
  return { notes, seen, faults, env, api };
}

/** A note of any author. */
export function noteOf(id: number, body: string, author = 1): Note {
  return { id, body, system: false, author: { id: author } };
}
