// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import {
  fieldText,
  type HeaderFields,
  HttpError,
  invalidRequest,
  type RequestProblem,
  type SecurityScheme,
} from "./boundary.ts";
import { deepEqual } from "./state.ts";

export const pageScript = `"use strict";
const byId = (id) => document.getElementById(id);
const base = location.pathname.replace(/\\/ui\\/?$/, "");
const kept = "control-credentials";
const most = 200;
let last = 0;
let busy = false;

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

function credentials() {
  const shown = sessionStorage.getItem(kept);
  if (shown === null) return {};
  return { Authorization: "Basic " + base64(shown.includes(":") ? shown : ":" + shown) };
}

async function ask(path, { method = "GET", body } = {}) {
  const headers = { ...credentials(), ...(body !== undefined && { "Content-Type": "application/json" }) };
  const sent = { method, headers, credentials: "omit", cache: "no-store" };
  if (body !== undefined) sent.body = JSON.stringify(body);
  const response = await fetch(base + path, sent);
  const given = await response.json();
  if (response.ok) return given;
  if (response.status === 401) enter();
  const problems = (given.errors ?? []).map(({ pointer, name, detail }) => (pointer ?? name ?? "") + " " + detail);
  throw new Error([given.detail ?? response.statusText, ...problems].join(" · "));
}

function enter() {
  byId("main").hidden = true;
  byId("entry").hidden = false;
}

function say(text, bad = false) {
  byId("status").textContent = text;
  byId("status").className = bad ? "bad" : "";
}

async function tried(work) {
  try {
    await work();
  } catch (error) {
    say(error instanceof TypeError ? "The server does not respond." : error.message, true);
  }
}

function pretty(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function requestRow(request) {
  const { at, took, operationId, method, url, headers, body, status, problems, withheld } = request;
  const line = element(
    "summary",
    {},
    element("span", { className: "code c" + String(status)[0], textContent: status }),
    element("code", { textContent: method + " " + url }),
    element("span", { className: "dim", textContent: at.slice(11, 23) }),
  );
  const row = element("li", {}, element("details", {}, line));
  const about = element("p", { className: "dim", textContent: (operationId ?? "no operation") + ", " + took + " ms" });
  const wrong = problems.map((one) => [one.in, one.pointer ?? one.name ?? "", one.detail].join(" "));
  if (withheld !== undefined) wrong.push("a response was not sent: " + withheld);
  row.append(...wrong.map((text) => element("p", { className: "problems", textContent: text })));
  const fields = Object.entries(headers).map(([name, value]) => name + ": " + value).join("\\n");
  row.firstChild.append(about, element("pre", { textContent: fields }));
  if (body !== undefined && body !== null) row.firstChild.append(element("pre", { textContent: pretty(body) }));
  row.hidden = byId("wrong").checked && wrong.length === 0;
  row.dataset.wrong = String(wrong.length > 0);
  return row;
}

async function showRequests() {
  const { requests } = await ask("/requests?limit=" + most + "&after=" + last);
  for (const request of requests) byId("requests").prepend(requestRow(request));
  while (byId("requests").children.length > most) byId("requests").lastChild.remove();
  last = requests.at(-1)?.id ?? last;
  byId("no-requests").hidden = byId("requests").children.length > 0;
  return requests;
}

async function showState() {
  const { collections } = await ask("/state");
  const open = new Set(Array.from(byId("state").querySelectorAll("details[open]"), (one) => one.dataset.path));
  const shown = collections.map(({ path, items, more }) => {
    const count = items.length + (more ? " and more" : "");
    const title = element("summary", {}, element("code", { textContent: path }), " " + count);
    const list = element("details", { open: open.has(path) }, title);
    list.dataset.path = path;
    list.append(...items.map((item) => element("pre", { textContent: pretty(item) })));
    return list;
  });
  const nothing = element("p", { className: "dim", textContent: "There are no resources yet." });
  byId("state").replaceChildren(...(shown.length > 0 ? shown : [nothing]));
}

function saying({ operationId, at, status, reset, delay, count, probability, hits }) {
  const effect = [
    ...(status === undefined ? [] : [String(status)]),
    ...(reset ? ["connection reset"] : []),
    ...(delay === undefined ? [] : ["after " + delay + " ms"]),
  ].join(" ");
  const often = count === undefined ? "" : ", " + count + " times";
  const luck = probability === undefined ? "" : ", probability " + probability;
  const when = at === "response" ? ", the work is done" : "";
  return (operationId ?? "every operation") + ": " + effect + when + often + luck + " (hit " + hits + ")";
}

async function showFaults() {
  const { faults } = await ask("/faults");
  const rows = faults.map((fault) => {
    const off = element("button", { type: "button", textContent: "Switch off" });
    off.addEventListener("click", () => tried(async () => {
      await ask("/faults/" + fault.id, { method: "DELETE" });
      await showFaults();
    }));
    return element("li", {}, element("span", { textContent: saying(fault) }), off);
  });
  byId("faults").replaceChildren(...rows);
}

async function showOperations() {
  const { operations } = await ask("/operations");
  const every = [...new Set(operations.flatMap(({ statuses }) => statuses))].sort((one, other) => one - other);
  const effects = () => {
    const chosen = operations.find(({ operationId }) => operationId === byId("fault-operation").value);
    const statuses = chosen?.statuses ?? every;
    const others = [["reset", "the connection breaks off"], ["delay", "it takes 2 seconds longer"]];
    const options = [...statuses.map((status) => [String(status), "response " + status]), ...others];
    byId("fault-effect").replaceChildren(...options.map(([value, text]) => element("option", { value, textContent: text })));
  };
  const names = operations.map(({ operationId }) => element("option", { value: operationId, textContent: operationId }));
  byId("fault-operation").replaceChildren(element("option", { value: "", textContent: "every operation" }), ...names);
  byId("fault-operation").onchange = effects;
  effects();
}

async function begin() {
  await ask("");
  byId("entry").hidden = true;
  byId("main").hidden = false;
  await Promise.all([showOperations(), showFaults(), showState(), showRequests()]);
  say("Live");
}

async function look() {
  if (busy || document.hidden || byId("main").hidden) return;
  busy = true;
  await tried(async () => {
    const requests = await showRequests();
    if (requests.length > 0) await showFaults();
    if (requests.some(({ method }) => method !== "GET" && method !== "HEAD")) await showState();
    say("Live");
  });
  busy = false;
}

byId("where").textContent = location.host;
if (location.hash.length > 1) {
  sessionStorage.setItem(kept, decodeURIComponent(location.hash.slice(1)));
  history.replaceState(null, "", location.pathname);
}
byId("entry").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(kept, byId("credentials").value);
  tried(begin);
});
byId("fault").addEventListener("submit", (event) => {
  event.preventDefault();
  const effect = byId("fault-effect").value;
  const operationId = byId("fault-operation").value;
  const count = byId("fault-count").value;
  const rule = {
    at: byId("fault-at").value,
    ...(operationId !== "" && { operationId }),
    ...(count !== "" && { count: Number(count) }),
    ...(effect === "reset" ? { reset: true } : effect === "delay" ? { delay: 2000 } : { status: Number(effect) }),
  };
  tried(async () => {
    await ask("/faults", { method: "POST", body: rule });
    await showFaults();
    say("Live");
  });
});
byId("wrong").addEventListener("change", () => {
  for (const row of byId("requests").children) row.hidden = byId("wrong").checked && row.dataset.wrong === "false";
});
byId("clear").addEventListener("click", () => tried(async () => {
  await ask("/requests", { method: "DELETE" });
  byId("requests").replaceChildren();
  byId("no-requests").hidden = false;
}));
byId("refresh").addEventListener("click", () => tried(showState));
tried(begin);
setInterval(look, 1000);
`;

export const pageStyle = `
:root { color-scheme: light dark; --fg: #1c2128; --bg: #fff; --soft: #f3f5f7; --line: #c9d1d9; --dim: #57606a; --link: #0550ae;
  --bad: #b3261e; --fine: #1a6e37; --odd: #7a5c00; }
@media (prefers-color-scheme: dark) { :root { --fg: #e6edf3; --bg: #0f1419; --soft: #1a2129; --line: #3b4654; --dim: #9aa7b4; --link: #79b8ff;
  --bad: #ff8f87; --fine: #6fdc94; --odd: #e8c766; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--fg); background: var(--bg); }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere; } h1 span { color: var(--dim); font-weight: 400; font-size: 1rem; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
#status, .dim { color: var(--dim); margin: 0; } #status.bad { color: var(--bad); }
[hidden] { display: none !important; }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); grid-template-areas: "requests" "faults" "state"; margin-top: 1rem; }
section { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1rem; min-width: 0; }
section:nth-of-type(1) { grid-area: requests; } section:nth-of-type(2) { grid-area: faults; } section:nth-of-type(3) { grid-area: state; }
@media (min-width: 60rem) { main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); grid-template-areas: "requests faults" "requests state"; grid-template-rows: auto 1fr; } }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 .5rem; color: var(--dim); }
ol, ul { list-style: none; margin: 0; padding: 0; }
#requests > li, #faults > li, #state details { border-top: 1px solid var(--line); }
#faults { margin-top: .75rem; }
#faults > li { display: flex; gap: .5rem; align-items: center; justify-content: space-between; padding: .35rem 0; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .35rem 0; overflow-wrap: anywhere; }
summary code, pre { font: .86rem/1.5 ui-monospace, monospace; }
#requests summary { display: grid; grid-template-columns: 3.2rem minmax(0, 1fr) auto; gap: 0 .6rem; align-items: baseline; }
#requests summary::marker { content: ""; } #requests summary::-webkit-details-marker { display: none; }
#requests summary .dim { font-size: .86rem; }
.code { font-weight: 700; } .c2, .c3 { color: var(--fine); } .c4 { color: var(--odd); } .c5 { color: var(--bad); }
.problems { color: var(--bad); margin: .2rem 0; overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: .35rem; margin: .25rem 0 .6rem; padding: .5rem .7rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: end; } #entry { margin-top: 1rem; }
label { font-size: .86rem; color: var(--dim); } form label { display: flex; flex-direction: column; flex: 1 1 11rem; min-width: 0; }
input, select, button { font: inherit; color: var(--fg); background: var(--bg); border: 1px solid var(--line); border-radius: .35rem; padding: .3rem .5rem; min-width: 0; max-width: 100%; }
button { background: var(--soft); cursor: pointer; padding: .3rem .8rem; }
:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
`;

/** A file of the page as a response. */
export interface PageFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Content security policy: only the page's own files from the same origin; framing is forbidden. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Control</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="ui/page.css">
<script src="ui/page.js" defer></script>
</head>
<body>
<header>
  <h1>Control <span id="where"></span></h1>
  <p id="status" role="status">Loading …</p>
</header>
<form id="entry" hidden>
  <label>Credentials <input id="credentials" type="password" autocomplete="off" placeholder="user:password, or a key or token" required></label>
  <button>Enter</button>
</form>
<main id="main" hidden>
  <section aria-labelledby="requests-title">
    <h2 id="requests-title">Requests</h2>
    <p class="tools"><label><input id="wrong" type="checkbox"> only violations of the contract</label> <button id="clear" type="button">Clear</button></p>
    <ol id="requests"></ol>
    <p id="no-requests" class="dim">Nothing was requested yet.</p>
  </section>
  <section aria-labelledby="faults-title">
    <h2 id="faults-title">Faults</h2>
    <form id="fault">
      <label>Operation <select id="fault-operation"></select></label>
      <label>What happens <select id="fault-effect"></select></label>
      <label>When <select id="fault-at"><option value="request">before the work</option><option value="response">after it, the response is lost</option></select></label>
      <label>How often <input id="fault-count" type="number" min="1" max="1000000000" placeholder="always"></label>
      <button>Switch on</button>
    </form>
    <ul id="faults"></ul>
  </section>
  <section aria-labelledby="state-title">
    <h2 id="state-title">State</h2>
    <p class="tools"><button id="refresh" type="button">Refresh</button></p>
    <div id="state"></div>
  </section>
</main>
</body>
</html>
`;

const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  "/ui": ["text/html", html],
  "/ui/page.css": ["text/css", pageStyle],
  "/ui/page.js": ["text/javascript", pageScript],
};

/** The paths of the page's files, below the control surface. */
export const pagePaths: readonly string[] = Object.keys(files);

/** Returns the file at a path below the control surface; undefined if there is none. */
export function pageFile(path: string): PageFile | undefined {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (file === undefined) return undefined;
  const headers = {
    "Content-Type": `${file[0]}; charset=utf-8`,
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
  return { headers, text: file[1] };
}

/**
 * Returns a generator of numbers from 0 to 1, 1 excluded: mulberry32, which has 32 bits of state and is good
 * enough for deciding whether a fault hits.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Reads one field: returns its value, or a sentence that describes a valid value. */
export type FieldReader<Value> = (given: unknown) => { readonly value: Value } | { readonly problem: string };

type Readers = Readonly<Record<string, FieldReader<unknown>>>;

/** The values of an object's fields; fields that were not sent are absent. */
export type Fields<Of extends Readers> = {
  readonly [Name in keyof Of]?: Of[Name] extends FieldReader<infer Value> ? Value : never;
};

/**
 * Reads the fields of an object. Throws the 400 that lists all problems.
 *
 * @param given  the body; undefined if none was sent
 */
export function readFields<Of extends Readers>(given: unknown, readers: Of): Fields<Of> {
  if (given !== undefined && (typeof given !== "object" || given === null || Array.isArray(given)))
    throw invalidRequest([{ in: "body", pointer: "", detail: "must be object" }]);
  const problems: RequestProblem[] = [];
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    const result = read?.(value) ?? { problem: `is unknown; known are ${Object.keys(readers).join(", ")}` };
    if ("value" in result) fields[name] = result.value;
    else
      problems.push({
        in: "body",
        pointer: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        detail: result.problem,
      });
  }
  if (problems.length > 0) throw invalidRequest(problems);
  return fields as Fields<Of>; // Each field was read by the reader of its type.
}

/** Reads one of the given strings. */
export function oneOf<const Values extends readonly string[]>(values: Values): FieldReader<Values[number]> {
  return (given) => {
    const value = values.find((one) => one === given);
    return value === undefined ? { problem: `must be one of ${values.join(", ")}` } : { value };
  };
}

/** Reads an integer in a range, both ends included. */
export function wholeNumber(least: number, most: number): FieldReader<number> {
  return (given) =>
    typeof given === "number" && Number.isInteger(given) && given >= least && given <= most
      ? { value: given }
      : { problem: `must be a whole number from ${least} to ${most}` };
}

/** Reads a non-empty string. */
export const text: FieldReader<string> = (given) =>
  typeof given === "string" && given !== ""
    ? { value: given }
    : { problem: "must be a text that is not empty" };

/** Reads any value. */
export const anything: FieldReader<unknown> = (value) => ({ value });

/** Reads an object with members of any type. */
export const members: FieldReader<Readonly<Record<string, unknown>>> = (given) =>
  typeof given === "object" && given !== null && !Array.isArray(given)
    ? { value: given as Readonly<Record<string, unknown>> }
    : { problem: "must be object" };

/**
 * A fault as requested. At the `request`, nothing has been done yet; at the `response`, the operation has
 * been performed and its response is lost, as when a connection breaks at the worst moment.
 */
export interface FaultRule {
  /** Only requests of this operation. Default: any. */
  readonly operationId?: string;
  readonly at: "request" | "response";
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Respond with this error status, if the operation declares it, or need not. */
  readonly status?: number;
  /** Reset the connection (TCP RST). */
  readonly reset?: true;
  /** Number of hits after which the fault ends. */
  readonly count?: number;
  /** The probability that a request is hit. Default: 1. */
  readonly probability?: number;
  /** Seed of the random numbers: two faults with the same seed hit the same requests of a sequence. */
  readonly seed: number;
}

/** An active fault. */
export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** Number of requests hit so far. */
  readonly hits: number;
}

/** The API, as far as faults depend on it. */
export interface FaultyApi {
  readonly operationIds: readonly string[];
  declares(operationId: string, status: number): boolean;
  /** Whether faults may have error statuses that their operation does not declare. Default: false. */
  readonly anyStatus?: boolean;
}

/** Error statuses that clients meet whatever a document declares: of limits, faults and overload. */
const usual: readonly number[] = [429, 500, 503];

/**
 * Returns the operations, each with the error statuses that a fault can use: those that RFC 9110 and RFC 6585
 * define; where all can be used, those that it declares, and the usual ones.
 */
export function faultyOperations(api: FaultyApi): { operationId: string; statuses: number[] }[] {
  const known = [...Array.from({ length: 18 }, (_, at) => 400 + at), 421, 422, 426, 428, 429, 431];
  const all = [...known, 500, 501, 502, 503, 504, 505];
  return api.operationIds.map((operationId) => ({
    operationId,
    statuses: all.filter(
      (status) => api.declares(operationId, status) || (api.anyStatus === true && usual.includes(status)),
    ),
  }));
}

const longestDelay = 600_000;
const largestSeed = 2 ** 31;
const mostHits = 1_000_000_000;

/** Parses a fault. Throws the 400 for an invalid one. */
export function readFaultRule(body: unknown, api: FaultyApi): FaultRule {
  const { reset, probability } = flagReaders;
  const fields = readFields(body, {
    operationId: operationIdReader(api),
    at: oneOf(["request", "response"]),
    delay: wholeNumber(0, longestDelay),
    status: statusReader(api),
    reset,
    count: wholeNumber(1, mostHits),
    probability,
    seed: wholeNumber(0, largestSeed),
  } satisfies { [Name in keyof FaultRule]-?: FieldReader<NonNullable<FaultRule[Name]>> });
  const { operationId, status, delay } = fields;
  const refuse = (pointer: string, detail: string): never => {
    throw invalidRequest([{ in: "body", pointer, detail }]);
  };
  if (status === undefined && fields.reset === undefined && delay === undefined)
    refuse("", "must have at least one of status, delay, reset");
  if (status !== undefined && fields.reset !== undefined)
    refuse("/reset", "must not be combined with status");
  if (operationId !== undefined && status !== undefined && !mayHave(api, operationId, status))
    refuse("/status", `must be one that ${operationId} declares`);
  return { at: "request", seed: Math.floor(Math.random() * largestSeed), ...fields };
}

function mayHave(api: FaultyApi, operationId: string, status: number): boolean {
  return api.anyStatus === true || api.declares(operationId, status);
}

function statusReader(api: FaultyApi): FieldReader<number> {
  if (api.anyStatus === true) return wholeNumber(400, 599);
  return (given) =>
    typeof given === "number" && given >= 400 && api.operationIds.some((id) => api.declares(id, given))
      ? { value: given }
      : { problem: "must be the status of an error that this server has" };
}

/** Maximum number of operations that a message lists. */
const mostListed = 100;

function operationIdReader({ operationIds }: FaultyApi): FieldReader<string> {
  if (operationIds.length <= mostListed) return oneOf(operationIds);
  const known = new Set(operationIds);
  return (given) =>
    typeof given === "string" && known.has(given)
      ? { value: given }
      : { problem: "must be the operationId of an operation" };
}

const flagReaders = {
  reset: ((given) =>
    given === true ? { value: true } : { problem: "must be true" }) satisfies FieldReader<true>,
  probability: ((given) =>
    typeof given === "number" && given > 0 && given <= 1
      ? { value: given }
      : { problem: "must be a number greater than 0, and 1 at most" }) satisfies FieldReader<number>,
};

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly random: () => number;
  hits: number;
}

/** All faults of this process. */
export class Faults {
  readonly #byTenant = new Map<string, Entry[]>();
  readonly #api: FaultyApi;
  readonly #most: number;
  #lastId = 0;

  /** @param most  maximum number of faults per tenant: each is checked for every request of the tenant */
  constructor(api: FaultyApi, most = 100) {
    this.#api = api;
    this.#most = most;
  }

  /** Adds a fault. Throws the 400 for a tenant that has the maximum number. */
  add(tenant: string, rule: FaultRule): ActiveFault {
    const entries = this.#of(tenant);
    if (entries.length >= this.#most)
      throw new HttpError(
        400,
        `There may be ${this.#most} faults at once; DELETE /_control/faults removes them.`,
      );
    const entry = { id: ++this.#lastId, rule, random: seededRandom(rule.seed), hits: 0 };
    this.#byTenant.set(tenant, [...entries, entry]);
    return activeFault(entry);
  }

  /** Returns the faults in the order in which they were added. */
  list(tenant: string): ActiveFault[] {
    return this.#of(tenant).map(activeFault);
  }

  /** Removes a fault; returns whether it existed. */
  remove(tenant: string, id: number): boolean {
    const entries = this.#of(tenant);
    const others = entries.filter((entry) => entry.id !== id);
    this.#byTenant.set(tenant, others);
    return others.length < entries.length;
  }

  clear(tenant: string): void {
    this.#byTenant.delete(tenant);
  }

  /**
   * Returns the fault that hits this request: the first that matches and whose random number is below its
   * probability. Counts the hit.
   */
  hit(tenant: string, operationId: string): FaultRule | undefined {
    const entries = this.#byTenant.get(tenant);
    const entry = entries?.find((one) => this.#isAbout(one, operationId) && isLucky(one));
    if (entry === undefined) return undefined;
    entry.hits++;
    if (entry.hits === entry.rule.count) this.remove(tenant, entry.id);
    return entry.rule;
  }

  #of(tenant: string): Entry[] {
    return this.#byTenant.get(tenant) ?? [];
  }

  #isAbout({ rule }: Entry, operationId: string): boolean {
    if (rule.operationId !== undefined) return rule.operationId === operationId;
    return rule.status === undefined || mayHave(this.#api, operationId, rule.status);
  }
}

function activeFault({ id, rule, hits }: Entry): ActiveFault {
  return { id, ...rule, hits };
}

function isLucky({ rule, random }: Entry): boolean {
  return rule.probability === undefined || random() < rule.probability;
}

/** A recorded request, without credentials. */
export interface JournalEntry {
  /** Ascending number, unique within the process. */
  readonly id: number;
  /** When the request arrived (RFC 3339). */
  readonly at: string;
  /** Milliseconds until the response was ready. */
  readonly took: number;
  /** Undefined if no operation has this path and method. */
  readonly operationId: string | undefined;
  /** Undefined if the credentials were invalid or missing. */
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query as sent, without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as parsed: a value for JSON and forms, a string, or undefined. */
  readonly body: unknown;
  readonly status: number;
  /** The problems of the request. */
  readonly problems: readonly RequestProblem[];
  /** Why the original response was not sent. */
  readonly withheld: string | undefined;
}

/** Conditions on recorded requests; all of them must hold. */
export interface JournalFilter {
  readonly operationId?: string;
  readonly method?: string;
  /** `404`, or `4XX`. */
  readonly status?: string;
  readonly tenant?: string;
  /** Only requests after the one with this id. */
  readonly after?: number;
  /** Only invalid requests, or only valid ones. */
  readonly valid?: boolean;
}

/** A recorded request, with its entry once that was read. */
interface Kept {
  readonly id: number;
  ended: unknown;
  readonly describe: (ended: never) => Omit<JournalEntry, "id">;
  told: JournalEntry | undefined;
}

/** The last requests of all tenants; older ones are dropped. */
export class Journal {
  readonly #entries: Kept[] = [];
  readonly #most: number;
  #lastId = 0;

  /** @param most  number of requests to keep; older ones are discarded */
  constructor(most = 1000) {
    this.#most = most;
  }

  /**
   * Records a request.
   *
   * @param describe  creates its entry; called when that is first read, because most entries never are
   */
  add<Ended>(ended: Ended, describe: (ended: Ended) => Omit<JournalEntry, "id">): void {
    const kept: Kept = { id: ++this.#lastId, ended, describe, told: undefined };
    this.#entries.push(kept);
    // Discards in batches: removing the first element each time would move all others.
    if (this.#entries.length >= this.#most * 2) this.#entries.splice(0, this.#entries.length - this.#most);
  }

  /** Returns the entries that match, the oldest first. */
  list(filter: JournalFilter = {}): JournalEntry[] {
    return this.#entries
      .slice(-this.#most)
      .map(told)
      .filter((entry) => isFound(entry, filter));
  }

  /** Clears the requests of a tenant and those without a tenant; without an argument, all. */
  clear(tenant?: string): void {
    const kept =
      tenant === undefined
        ? []
        : this.#entries.filter((kept) => told(kept).tenant !== undefined && told(kept).tenant !== tenant);
    this.#entries.splice(0);
    for (const entry of kept) this.#entries.push(entry);
  }
}

function told(kept: Kept): JournalEntry {
  if (kept.told !== undefined) return kept.told;
  const entry = { id: kept.id, ...kept.describe(kept.ended as never) };
  kept.told = entry;
  kept.ended = undefined;
  return entry;
}

function isFound(entry: JournalEntry, filter: JournalFilter): boolean {
  const { operationId, method, status, tenant, after, valid } = filter;
  return (
    (operationId === undefined || entry.operationId === operationId) &&
    (method === undefined || entry.method === method) &&
    (status === undefined || isStatus(entry.status, status)) &&
    // Requests without a known tenant are visible to everyone: they contain no tenant's data.
    (tenant === undefined || entry.tenant === undefined || entry.tenant === tenant) &&
    (after === undefined || entry.id > after) &&
    (valid === undefined || (entry.problems.length === 0) === valid)
  );
}

export function isStatus(status: number, wanted: string): boolean {
  return /^\dxx$/i.test(wanted)
    ? wanted.startsWith(String(Math.floor(status / 100)))
    : wanted === String(status);
}

/** Parses the filter in a query. Throws the 400 for an invalid one. */
export function readJournalFilter(query: URLSearchParams): JournalFilter & { readonly limit: number } {
  const problems: RequestProblem[] = [];
  const wrong = (name: string, detail: string): void => {
    problems.push({ in: "query", name, detail });
  };
  for (const name of query.keys())
    if (!known.includes(name)) wrong(name, `is unknown; known are ${known.join(", ")}`);
  const number = (name: string, most: number): number | undefined => {
    const given = query.get(name);
    if (given === null) return undefined;
    if (/^\d{1,10}$/.test(given) && Number(given) <= most) return Number(given);
    wrong(name, `must be a whole number from 0 to ${most}`);
    return undefined;
  };
  const status = query.get("status");
  if (status !== null && !/^[1-5](\d\d|xx)$/i.test(status))
    wrong("status", "must be a status such as 404, or 4XX");
  const valid = query.get("valid");
  if (valid !== null && valid !== "true" && valid !== "false") wrong("valid", "must be true or false");
  const after = number("after", Number.MAX_SAFE_INTEGER);
  const limit = number("limit", 10_000) ?? 100;
  if (problems.length > 0) throw invalidRequest(problems);
  const operationId = query.get("operationId");
  const method = query.get("method");
  return {
    limit,
    ...(operationId !== null && { operationId }),
    ...(method !== null && { method: method.toUpperCase() }),
    ...(status !== null && { status }),
    ...(after !== undefined && { after }),
    ...(valid !== null && { valid: valid === "true" }),
  };
}

const known = ["operationId", "method", "status", "after", "valid", "limit"];

/** Returns the 404 for a snapshot, a fault or a request that does not exist. */
export function notThere(what: string): HttpError {
  return new HttpError(404, `The ${what} does not exist.`);
}

/** Limits of the snapshots. */
export interface SnapshotLimits {
  /** Maximum number of snapshots per tenant. */
  readonly most: number;
  /** Maximum number of characters of JSON in all snapshots of a tenant. */
  readonly mostText: number;
}

const usualLimits: SnapshotLimits = { most: 100, mostText: 256 * 2 ** 20 };

/**
 * The snapshots of one process, separate for each tenant. They are stored as JSON text, so that they cannot
 * be modified.
 */
export class Snapshots {
  readonly #byTenant = new Map<string, Map<string, string>>();
  readonly #limits: SnapshotLimits;

  constructor(limits: SnapshotLimits = usualLimits) {
    this.#limits = limits;
  }

  /**
   * Saves the data under a name and replaces an earlier snapshot of this name. Throws the 400 for too many or
   * too large snapshots.
   */
  keep(tenant: string, name: string, data: unknown): void {
    const { most, mostText } = this.#limits;
    const known = this.#byTenant.get(tenant) ?? new Map<string, string>();
    if (!known.has(name) && known.size >= most)
      throw new HttpError(400, `At most ${most} snapshots can be stored; DELETE /_control/snapshots/{name}.`);
    const text = JSON.stringify(data);
    const others = [...known].reduce((sum, [other, kept]) => sum + (other === name ? 0 : kept.length), 0);
    if (others + text.length > mostText)
      throw new HttpError(400, `All snapshots together are limited to ${mostText} characters of JSON.`);
    this.#byTenant.set(tenant, known.set(name, text));
  }

  /** Returns the saved data; undefined for an unknown name. */
  get(tenant: string, name: string): unknown {
    const text = this.#byTenant.get(tenant)?.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  names(tenant: string): string[] {
    return [...(this.#byTenant.get(tenant)?.keys() ?? [])];
  }

  /** Removes a snapshot; returns whether it existed. */
  remove(tenant: string, name: string): boolean {
    return this.#byTenant.get(tenant)?.delete(name) ?? false;
  }
}

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

/** Base path of the control surface: reserved, and in no document. */
export const controlPath = "/_control";

/** A control request of an authenticated tenant. */
export interface ControlRequest {
  readonly tenant: string;
  /** The parsed JSON body; undefined if none was sent. */
  readonly body: unknown;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A response of the control surface; its body is sent as JSON. */
export interface ControlResponse {
  readonly status: number;
  /** The value that is serialized as JSON. */
  readonly body: object;
}

/** One row: a method, a path and its handler. */
export interface ControlRoute<Parts> {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** The path below `/_control`; parameters in braces. */
  readonly path: string;
  readonly handle: (request: ControlRequest, parts: Parts) => ControlResponse | Promise<ControlResponse>;
}

/** The dependencies of the fault routes. */
export interface FaultParts {
  readonly api: FaultyApi;
  readonly faults: Faults;
  /** Returns the active faults of a tenant: the response to every change of them. */
  readonly overview: (tenant: string) => object;
}

/** The dependencies of the journal routes. */
export interface JournalParts {
  readonly journal: Journal;
}

/** The dependencies of the snapshot routes. */
export interface SnapshotParts {
  /** Reads the data of a tenant as a JSON value, and restores it. */
  readonly data: {
    read(tenant: string): unknown;
    write(tenant: string, data: unknown): void | Promise<void>;
  };
  readonly snapshots: Snapshots;
}

/** Some of the resources of a collection. */
export interface ShownCollection {
  readonly path: string;
  /** The first resources, as JSON. */
  readonly items: readonly unknown[];
  readonly more: boolean;
}

/** The dependencies of the route that shows the state. */
export interface StateParts {
  /** Returns the data of a tenant, at most `most` resources of each collection. */
  readonly shownState: (
    tenant: string,
    most: number,
  ) => readonly ShownCollection[] | Promise<readonly ShownCollection[]>;
}

/** Routes that show the current state. */
export const stateRoutes: readonly ControlRoute<StateParts>[] = [
  {
    method: "GET",
    path: "/state",
    handle: async ({ tenant }, { shownState }) => ok({ collections: await shownState(tenant, mostShown) }),
  },
];

const mostShown = 100;

/** Routes that set, list and remove faults. */
export const faultRoutes: readonly ControlRoute<FaultParts>[] = [
  { method: "GET", path: "/operations", handle: (_, { api }) => ok({ operations: faultyOperations(api) }) },
  {
    method: "POST",
    path: "/faults",
    handle: ({ tenant, body }, { faults, api }) => ({
      status: 201,
      body: faults.add(tenant, readFaultRule(body, api)),
    }),
  },
  { method: "GET", path: "/faults", handle: ({ tenant }, { faults }) => ok({ faults: faults.list(tenant) }) },
  {
    method: "DELETE",
    path: "/faults",
    handle: ({ tenant }, { faults, overview }) => {
      faults.clear(tenant);
      return ok(overview(tenant));
    },
  },
  {
    method: "DELETE",
    path: "/faults/{id}",
    handle: ({ tenant, params }, { faults, overview }) => {
      if (!faults.remove(tenant, Number(params["id"])))
        throw notThere("fault; it may have ended after its number of requests");
      return ok(overview(tenant));
    },
  },
];

/** Routes that list recorded requests and verify expectations. */
export const journalRoutes: readonly ControlRoute<JournalParts>[] = [
  {
    method: "GET",
    path: "/requests",
    handle: ({ tenant, query }, { journal }) => {
      const { limit, ...filter } = readJournalFilter(query);
      const found = journal.list({ ...filter, tenant });
      return ok({ requests: found.slice(-limit), count: found.length });
    },
  },
  {
    method: "DELETE",
    path: "/requests",
    handle: ({ tenant }, { journal }) => {
      journal.clear(tenant);
      return ok({ requests: [] });
    },
  },
  {
    method: "POST",
    path: "/verify",
    handle: ({ tenant, body }, { journal }) => {
      const verification = verify(journal.list({ tenant }), readExpectation(body));
      return { status: verification.verified ? 200 : 422, body: verification };
    },
  },
];

/** Routes that save data under a name and restore it. */
export const snapshotRoutes: readonly ControlRoute<SnapshotParts>[] = [
  {
    method: "GET",
    path: "/snapshots",
    handle: ({ tenant }, { snapshots }) => ok({ snapshots: snapshots.names(tenant) }),
  },
  {
    method: "POST",
    path: "/snapshots",
    handle: async ({ tenant, body }, { snapshots, data }) => {
      const { name } = readFields(body, { name: text });
      if (name === undefined) throw new HttpError(400, "The name of the snapshot is missing.");
      snapshots.keep(tenant, name, await data.read(tenant));
      return { status: 201, body: { snapshots: snapshots.names(tenant) } };
    },
  },
  {
    method: "POST",
    path: "/snapshots/{name}/restore",
    handle: async ({ tenant, params }, { snapshots, data }) => {
      const kept = snapshots.get(tenant, params["name"] ?? "");
      if (kept === undefined) throw notThere("snapshot");
      await data.write(tenant, kept);
      return ok({ restored: params["name"] });
    },
  },
  {
    method: "DELETE",
    path: "/snapshots/{name}",
    handle: ({ tenant, params }, { snapshots }) => {
      if (!snapshots.remove(tenant, params["name"] ?? "")) throw notThere("snapshot");
      return ok({ snapshots: snapshots.names(tenant) });
    },
  },
];

export function ok(body: object): ControlResponse {
  return { status: 200, body };
}

const longestText = 64 * 1024;

/** The facts about a finished exchange. */
export interface EndedExchange {
  /** Milliseconds since the epoch. */
  readonly began: number;
  /** Milliseconds. */
  readonly took: number;
  readonly operationId: string | undefined;
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body: unknown;
  readonly status: number;
  /** The thrown error if the response is an error response. */
  readonly error: unknown;
  readonly withheld?: string | undefined;
}

/** The names of header fields and query parameters that hold credentials. */
export interface Secrets {
  readonly headers: ReadonlySet<string>;
  readonly queries: ReadonlySet<string>;
}

/** Returns where credentials of these schemes are, and the names that always hold credentials. */
export function secretsOf(schemes: readonly SecurityScheme[]): Secrets {
  const namesIn = (place: string): string[] =>
    schemes.flatMap((scheme) => (scheme.kind === "apiKey" && scheme.in === place ? [scheme.name] : []));
  return {
    headers: new Set([
      "authorization",
      "proxy-authorization",
      "cookie",
      ...namesIn("header").map((name) => name.toLowerCase()),
    ]),
    queries: new Set(namesIn("query")),
  };
}

/** Returns a function that creates journal entries without these credentials. */
export function describingWithout(secrets: Secrets): (exchange: EndedExchange) => Omit<JournalEntry, "id"> {
  return ({ began, url, headers, body, error, withheld, ...kept }) => {
    const shown = Object.keys(headers).flatMap((name): [string, string][] =>
      secrets.headers.has(name) ? [] : [[name, fieldText(headers, name) ?? ""]],
    );
    return {
      at: new Date(began).toISOString(),
      ...kept,
      url: withoutSecrets(url, secrets.queries),
      headers: Object.fromEntries(shown),
      body: shownBody(body),
      problems: problemsOf(error),
      withheld,
    };
  };
}

function problemsOf(error: unknown): readonly RequestProblem[] {
  if (!(error instanceof HttpError)) return [];
  return error.errors.length > 0 ? error.errors : [{ in: "request", detail: error.message }];
}

function withoutSecrets(target: string, names: ReadonlySet<string>): string {
  const start = target.indexOf("?");
  if (start < 0 || names.size === 0) return target;
  const pairs = target.slice(start + 1).split("&");
  const others = pairs.filter((pair) => !names.has(decoded(pair.replace(/=[^]*/, ""))));
  return others.length === 0 ? target.slice(0, start) : `${target.slice(0, start)}?${others.join("&")}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function shownBody(body: unknown): unknown {
  if (body instanceof Uint8Array) return { bytes: body.byteLength };
  if (typeof body === "string" && body.length > longestText) return `${body.slice(0, longestText)}…`;
  return body;
}

/** The preferences of a request, as far as they are valid. */
export interface Preference {
  /** The HTTP status of the response. */
  readonly code?: number;
  /** The name of an example. */
  readonly example?: string;
  /** Seconds to wait before the response. */
  readonly wait?: number;
}

// Matches token [= word] (RFC 7240, section 2); parameters of a preference are ignored.
const preferencePattern =
  /^([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:([\w!#$%&'*+.^`|~-]+)|"((?:[^"\\]|\\.)*)"))?\s*(?:;.*)?$/;

/**
 * Parses the `Prefer` field. Unknown and malformed preferences are ignored, as RFC 7240 requires; if a
 * preference is repeated, the first counts.
 *
 * @param longestWait  maximum of `wait`, in seconds; greater values are reduced to it
 * @example readPreference("code=503, wait=2", 30) // { code: 503, wait: 2 }
 */
export function readPreference(field: string, longestWait: number): Preference {
  const given = new Map<string, string>();
  for (const element of splitElements(field)) {
    const match = preferencePattern.exec(element);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !given.has(name)) given.set(name, match?.[2] ?? match?.[3] ?? "");
  }
  const code = smallNumber(given.get("code"));
  const wait = smallNumber(given.get("wait"));
  const example = given.get("example");
  return {
    ...(code !== undefined && { code }),
    ...(example !== undefined && { example }),
    ...(wait !== undefined && { wait: Math.min(wait, longestWait) }),
  };
}

/** Returns the `Preference-Applied` field (RFC 7240, section 3); empty if no preference was applied. */
export function preferenceApplied(applied: Preference): string {
  return Object.entries(applied)
    .map(
      ([name, value]) =>
        `${name}=${/^[\w!#$%&'*+.^`|~-]+$/.test(String(value)) ? value : JSON.stringify(value)}`,
    )
    .join(", ");
}

/** Splits a list field into its elements (RFC 9110, section 5.6.1); commas inside quotes do not separate. */
function splitElements(field: string): string[] {
  return (field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((element) => element.trim());
}

function smallNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^[0-9]{1,9}$/.test(written) ? Number(written) : undefined;
}

/**
 * Host names that always resolve to this machine. Any other name may be rebound to it; an IP address may not.
 */
const ownNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i;

/** Where a control surface listens. */
export interface ControlLocation {
  /** The listening address, or the host of a URL that leads to it. */
  readonly hosts: readonly string[];
  /**
   * Whether only this machine can reach it: then any other host name indicates DNS rebinding by a web page.
   */
  readonly isLoopback: boolean;
}

/**
 * Throws the 403 for requests that a page of another origin makes a browser send. Browsers send the page's
 * origin (`Origin`, `Sec-Fetch-Site`), and the page cannot prevent it
 * (https://fetch.spec.whatwg.org/#origin-header).
 */
export function rejectOtherOrigins(headers: HeaderFields, { hosts, isLoopback }: ControlLocation): void {
  const host = fieldText(headers, "host") ?? "";
  const origin = fieldText(headers, "origin");
  const site = fieldText(headers, "sec-fetch-site");
  const isOwn =
    (origin === undefined || origin.replace(/^https?:\/\//i, "").toLowerCase() === host.toLowerCase()) &&
    (site === undefined || site === "same-origin" || site === "none");
  if (!isOwn) throw new HttpError(403, "The control surface rejects requests from pages of other origins.");
  const name = host.replace(/:\d*$/, "").toLowerCase();
  if (isLoopback && host !== "" && !ownNames.test(name) && !hosts.includes(name))
    throw new HttpError(
      403,
      "The control surface is for this machine only: request it as localhost, or by the address that the server listens on.",
    );
}
