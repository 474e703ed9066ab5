// The script of the control page: it polls once a second while the page is visible. Data from elsewhere is
// inserted as text, never as HTML. Credentials stay in this tab; if they are in the fragment of the address,
// they are removed from it.
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
