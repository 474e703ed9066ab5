// Violations of a document by a server, each as one change of a correct response.
import type { Check } from "../../scripts/contract/verify/judge/checks.ts";
import { changed, pathOf } from "./changed-response.ts";
import { otherKey, ownKey, type Spoil } from "./pets.ts";

const isWrite = ({ method }: Request): boolean => method === "POST" || method === "PATCH";

/** Forwards a request with a changed body. */
function withBody(change: (body: Record<string, unknown>) => Record<string, unknown>): Spoil {
  return async (request, send) => {
    const value: unknown = await request
      .clone()
      .json()
      .catch(() => undefined);
    if (!isWrite(request) || typeof value !== "object" || value === null || Array.isArray(value))
      return undefined;
    return send(new Request(request, { body: JSON.stringify(change(value as Record<string, unknown>)) }));
  };
}

const problem = { "content-type": "application/problem+json" };
const created = new Map<string, string>();

/** The faults, each with the check that finds it. */
export const faults: readonly {
  readonly fault: string;
  readonly check: Check;
  readonly place?: RegExp;
  readonly spoil: Spoil;
}[] = [
  {
    fault: "names may be one character longer",
    check: "accepts-invalid",
    place: /^body\/name$/,
    spoil: withBody((body) =>
      typeof body["name"] === "string" ? { ...body, name: body["name"].slice(0, 5) } : body,
    ),
  },
  {
    fault: "lengths are counted in units of UTF-16",
    check: "rejects-valid",
    place: /^body\/name$/,
    spoil: async (request) => {
      const body = (await request.json().catch(() => ({}))) as { readonly name?: unknown };
      const isLong = typeof body.name === "string" && body.name.length > 5;
      return isLong ? new Response('{"status":400}', { status: 400, headers: problem }) : undefined;
    },
  },
  {
    fault: "unknown members are dropped in silence",
    check: "accepts-invalid",
    place: /^body$/,
    spoil: withBody(({ name, kind }) => ({ name, kind })),
  },
  {
    fault: "a limit of pages is not looked at",
    check: "accepts-invalid",
    place: /^query\/limit$/,
    spoil: async (request, send) => {
      const url = new URL(request.url);
      if (Number(url.searchParams.get("limit")) <= 50) return undefined;
      url.searchParams.set("limit", "50");
      return send(new Request(url, request));
    },
  },
  {
    fault: "credentials are not looked at",
    check: "access-without-credentials",
    spoil: async (request, send) => {
      const headers = new Headers(request.headers);
      headers.set("x-key", ownKey);
      return send(new Request(request, { headers }));
    },
  },
  {
    fault: "every account is the first one",
    check: "visible-to-others",
    spoil: async (request, send) => {
      if (request.headers.get("x-key") !== otherKey) return undefined;
      const headers = new Headers(request.headers);
      headers.set("x-key", ownKey);
      return send(new Request(request, { headers }));
    },
  },
  {
    fault: "a 401 has no challenge",
    check: "challenge",
    spoil: async (request, send) => {
      const response = await send(request);
      return response.status === 401
        ? changed(response, { headers: { "www-authenticate": undefined } })
        : response;
    },
  },
  {
    fault: "a method that is not there is a 404",
    check: "method-not-allowed",
    spoil: async (request, send) => {
      const response = await send(request);
      return response.status === 405 ? changed(response, { status: 404 }) : response;
    },
  },
  {
    fault: "a 405 has no Allow",
    check: "allow-header",
    spoil: async (request, send) => {
      const response = await send(request);
      return response.status === 405 ? changed(response, { headers: { allow: undefined } }) : response;
    },
  },
  {
    fault: "creation is a 200",
    check: "status-not-declared",
    spoil: async (request, send) => {
      const response = await send(request);
      return response.status === 201 ? changed(response, { status: 200 }) : response;
    },
  },
  {
    fault: "errors are JSON and no problem documents",
    check: "media-type",
    spoil: async (request, send) => {
      const response = await send(request);
      return response.status === 400
        ? changed(response, { headers: { "content-type": "application/json" } })
        : response;
    },
  },
  {
    fault: "a problem document has another status",
    check: "problem-document",
    spoil: async (request, send) => {
      const response = await send(request);
      return response.status === 400 ? changed(response, { body: () => '{"status":500}' }) : response;
    },
  },
  {
    fault: "a response lacks a member",
    check: "response-body",
    spoil: async (request, send) => {
      const response = await send(request);
      return request.method === "GET" && response.status === 200
        ? changed(response, { body: (body) => body.replaceAll('"name":', '"nom":') })
        : response;
    },
  },
  {
    fault: "the server fails on a boundary",
    check: "server-error",
    spoil: async (request) =>
      new URL(request.url).searchParams.get("limit") === "50" ? new Response("", { status: 500 }) : undefined,
  },
  {
    fault: "a stack trace leaves",
    check: "inner-workings",
    spoil: async (request, send) => {
      const response = await send(request);
      const body = (): string =>
        JSON.stringify({ status: 400, stack: "Error\n    at handle (/srv/app/index.js:3:7)" });
      return response.status === 400 ? changed(response, { body }) : response;
    },
  },
  {
    fault: "the server names itself",
    check: "server-version",
    spoil: async (request, send) => changed(await send(request), { headers: { server: "Apache/2.4.1" } }),
  },
  {
    fault: "HEAD is a 404",
    check: "head-differs",
    spoil: async (request) => (request.method === "HEAD" ? new Response(null, { status: 404 }) : undefined),
  },
  {
    fault: "a member of what was created is lost",
    check: "created-differs",
    place: /^body\/kind$/,
    spoil: async (request, send) => {
      const response = await send(request);
      const isOne = request.method === "GET" && /\/pets\/[^/]+$/.test(pathOf(request));
      return isOne && response.status === 200
        ? changed(response, { body: (body) => body.replace(/,"kind":"[a-z]+"/, "") })
        : response;
    },
  },
  {
    fault: "If-None-Match is ignored",
    check: "if-none-match-ignored",
    spoil: async (request, send) => {
      const headers = new Headers(request.headers);
      headers.delete("if-none-match");
      return request.method === "GET" ? send(new Request(request, { headers })) : undefined;
    },
  },
  {
    fault: "an update is lost",
    check: "update-lost",
    spoil: async (request, send) => {
      if (request.method !== "PATCH") return undefined;
      const resource = await send(new Request(request.url, { headers: request.headers }));
      const sent: unknown = await request.json().catch(() => undefined);
      const isRight = resource.status === 200 && typeof sent === "object" && sent !== null && "name" in sent;
      const name = isRight && typeof sent.name === "string" ? sent.name : "";
      if (name.length < 1 || name.length > 4) return undefined;
      return Response.json({ ...((await resource.json()) as object), ...(sent as object) });
    },
  },
  {
    fault: "what is removed stays",
    check: "removed-still-there",
    spoil: async (request) => (request.method === "DELETE" ? new Response(null, { status: 204 }) : undefined),
  },
  {
    fault: "a list forgets its last entry",
    check: "created-not-found",
    spoil: async (request, send) => {
      const response = await send(request);
      const isList = request.method === "GET" && pathOf(request).endsWith("/pets") && response.status === 200;
      return isList
        ? changed(response, { body: (body) => JSON.stringify((JSON.parse(body) as unknown[]).slice(0, -1)) })
        : response;
    },
  },
  {
    fault: "pages overlap",
    check: "pages-incomplete",
    spoil: async (request, send) => {
      const url = new URL(request.url);
      const offset = Number(url.searchParams.get("offset"));
      if (offset < 2) return undefined;
      url.searchParams.set("offset", String(offset - 1));
      return send(new Request(url, request));
    },
  },
  {
    fault: "a filter is ignored",
    check: "filter-ignored",
    spoil: async (request, send) => {
      const url = new URL(request.url);
      if (!["cat", "dog"].includes(url.searchParams.get("kind") ?? "")) return undefined;
      url.searchParams.delete("kind");
      return send(new Request(url, request));
    },
  },
  {
    fault: "a key of idempotency is ignored",
    check: "idempotency-key-ignored",
    spoil: async (request, send) => {
      const key = request.headers.get("idempotency-key");
      if (request.method !== "POST" || key === null) return undefined;
      const headers = new Headers(request.headers);
      created.set(key, `${created.get(key) ?? ""}x`);
      if ((created.get(key)?.length ?? 0) > 1) headers.delete("idempotency-key");
      return send(new Request(request, { headers }));
    },
  },
];
