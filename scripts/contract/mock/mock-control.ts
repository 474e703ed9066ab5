// The control surface of a mock: authenticates, accepts and returns JSON, and reports errors as problem
// documents.
import type { WireResponse } from "../runtime/boundary/check-response.ts";
import { credentialsIn } from "../runtime/boundary/credentials.ts";
import { isJsonType } from "../runtime/boundary/media-type.ts";
import { fieldText, type MessageHead } from "../runtime/boundary/message-head.ts";
import { PathTable } from "../runtime/boundary/path-table.ts";
import { HttpError, httpErrorOf, invalidRequest, type RequestProblem } from "../runtime/boundary/problem.ts";
import { readBody } from "../runtime/boundary/read-body.ts";
import { usualLimits } from "../runtime/json/scan-json.ts";
import { pageFile } from "../runtime/control/control-page.ts";
import { controlPath, type ControlResponse, type ControlRoute } from "../runtime/control/control-surface.ts";
import { type ControlLocation, rejectOtherOrigins } from "../runtime/control/same-origin.ts";
import { problem } from "./responses/error-responses.ts";
import { unchecked } from "./checked-response.ts";
import { firstTenant, type MockCaller } from "./credentials.ts";
import type { MockedContract } from "./mock.ts";
import type { SentRequest } from "./mock-receiver.ts";

/** URL of the mock, and whether the control surface has a page. */
export interface MockControlOptions {
  readonly place: ControlLocation;
  readonly ui: boolean;
}

/** Responds to requests below `/_control`. */
export class MockControl<Parts> {
  readonly #options: MockControlOptions;
  readonly #table: PathTable<ControlRoute<Parts>>;
  readonly #parts: Parts;
  readonly #contracts: readonly MockedContract[];

  constructor(
    routes: readonly ControlRoute<Parts>[],
    { parts, contracts }: { readonly parts: Parts; readonly contracts: readonly MockedContract[] },
    options: MockControlOptions,
  ) {
    this.#options = options;
    this.#table = new PathTable(
      routes.map((target) => ({ method: target.method, path: controlPath + target.path, target })),
    );
    this.#parts = parts;
    this.#contracts = contracts;
  }

  async respond(sent: SentRequest): Promise<WireResponse> {
    try {
      const page = this.#page(sent);
      if (page !== undefined) return page;
      rejectOtherOrigins(sent.head.headers, this.#options.place);
      const { status, body } = await this.#handle(sent);
      const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
      return unchecked({ status, headers, body });
    } catch (error) {
      return unchecked(problem(httpErrorOf(error)));
    }
  }

  /** The files of the page contain no data, so they need no credentials. */
  #page({ method, head: { target } }: SentRequest): WireResponse | undefined {
    if (!this.#options.ui || (method !== "GET" && method !== "HEAD")) return undefined;
    const file = pageFile(target.replace(/[?#][^]*/, "").slice(controlPath.length));
    return file && unchecked({ status: 200, headers: file.headers, body: file.text });
  }

  async #handle(sent: SentRequest): Promise<ControlResponse> {
    const [path = "", query = ""] = sent.head.target.split("?");
    const found = this.#table.find(sent.method, path);
    if (found === undefined) throw new HttpError(404, "The path does not exist in the control surface.");
    if (found.allowed !== undefined)
      throw new HttpError(405, `This resource supports ${found.allowed.join(", ")}.`, {
        headers: { Allow: found.allowed.join(", ") },
      });
    const tenant = this.#tenant(sent);
    const params = Object.entries(found.rawPath).map(([name, value]) => [name, decoded(value)]);
    const body = sent.method === "GET" || sent.method === "DELETE" ? undefined : await bodyOf(sent);
    return found.target.handle(
      {
        tenant,
        body,
        params: Object.fromEntries(params) as Record<string, string>,
        query: new URLSearchParams(query),
      },
      this.#parts,
    );
  }

  /**
   * Returns the tenant of Basic credentials that contain the value of any scheme: a key or token as the
   * password with an empty user name, or user name and password of Basic. The page sends this form.
   */
  #tenantOfValue(head: MessageHead): string | undefined {
    const shown = credentialsIn({ kind: "basic" }, head);
    if (shown === undefined) return undefined;
    const { username, password } = shown as { readonly username: string; readonly password: string };
    const value = username === "" ? password : `${username}:${password}`;
    const all = this.#contracts.flatMap(({ credentials }) => credentials);
    return all.find((one) => one.value === value)?.tenant;
  }

  /**
   * Returns the tenant of any known credentials. The mock of a document that requires none is controlled
   * without credentials.
   */
  #tenant({ head }: SentRequest): string {
    const guarded = this.#contracts.filter(({ credentials }) => credentials.length > 0);
    const named = this.#tenantOfValue(head);
    if (named !== undefined) return named;
    for (const { guard } of guarded) {
      for (const [name, scheme] of Object.entries(guard.schemes)) {
        const shown = credentialsIn(scheme, head);
        if (shown === undefined || scheme.kind === "other" || scheme.kind === "mutualTLS") continue;
        const look = guard.authenticate[name] as ((shown: object) => MockCaller | undefined) | undefined;
        const caller = look?.(shown);
        if (caller !== undefined) return caller.tenant;
      }
    }
    if (guarded.length === 0) return firstTenant;
    throw new HttpError(
      401,
      "The control surface takes the credentials of the API, or each of them as a password.",
      {
        headers: { "WWW-Authenticate": `Basic realm="control", charset="UTF-8"` },
      },
    );
  }
}

/**
 * Parses a JSON body; other media types are rejected. A page of another origin cannot send JSON without a
 * preflight (CORS), which is rejected.
 */
async function bodyOf(sent: SentRequest): Promise<unknown> {
  const bytes = await sent.bytes();
  if (bytes.length === 0) return undefined;
  if (!isJsonType(fieldText(sent.head.headers, "content-type") ?? ""))
    throw new HttpError(415, "Send the body as application/json.");
  const problems: RequestProblem[] = [];
  const sentBody = { bytes, type: jsonType, declared: jsonType };
  const { body } = await readBody(sentBody, { forms: {}, limits: usualLimits }, problems);
  if (problems.length > 0) throw invalidRequest(problems);
  return body;
}

const jsonType = "application/json";

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpError(400, "The path is percent-encoded wrongly.");
  }
}
