// Shortens a witness to a readable size: long parts are replaced by how to build them, such as `"a" ×
// 1000001`.
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { Finding, Witness } from "../comparison.ts";
import type { HttpBody } from "../../exchange/http.ts";
import { elided } from "./elide.ts";

/** Maximum number of UTF-16 units of a text that is printed in full. */
const longest = 4000;
/** Maximum number of members of a list or object that is printed in full. */
const mostMembers = 1000;
/** Number of members shown of a longer one. */
const shownMembers = 8;
/** Total number of members above which a witness is shortened, too. */
const mostNodes = 10_000;

/** Returns the finding itself if nothing in its witness is long. */
export function withShortWitness(finding: Finding): Finding {
  const witness = finding.witness && shortWitness(finding.witness);
  return witness === finding.witness ? finding : { ...finding, witness };
}

function shortWitness(witness: Witness): Witness {
  const { request, response } = witness.exchange;
  const [sent, received] = [shortMessage(request), response && shortMessage(response)];
  const value = witness.value === undefined ? undefined : shortValue(witness.value);
  const target = shortText(request.target);
  if (sent === request && received === response && value === witness.value && target === request.target)
    return witness;
  const exchange = {
    request: target === request.target ? sent : { ...sent, target },
    ...(received && { response: received }),
  };
  return { ...witness, exchange, ...(value !== undefined && { value }), shortened: true };
}

interface Message {
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: HttpBody;
}

function shortMessage<M extends Message>(message: M): M {
  const headers = message.headers.map(([name, text]) => [name, shortText(text)] as const);
  const isLong = headers.some(([, text], index) => text !== message.headers[index]?.[1]);
  const body = message.body && shortBody(message.body);
  if (!isLong && body === message.body) return message;
  return { ...message, headers, ...(body && { body }) };
}

function shortBody(body: HttpBody): HttpBody {
  const value = shortValue(body.value);
  const text = shortText(body.text);
  return value === body.value && text === body.text ? body : { mediaType: body.mediaType, text, value };
}

/** Returns a long text as a recipe if it repeats one character, otherwise without its middle. */
export function shortText(text: string): string {
  if (text.length <= longest) return text;
  const whole = /^(.)\1*$/su.exec(text);
  if (whole?.[1] !== undefined) return recipe(whole[1], text);
  const quoted = text.replaceAll(/"((?!")[^\\])\1{199,}"/gsu, (run, one: string) =>
    recipe(one, run.slice(1, -1)),
  );
  const runs = quoted.replaceAll(/(.)\1{199,}/gsu, (run, one: string) => `…${recipe(one, run)}…`);
  return elided(runs, longest);
}

const recipe = (character: string, run: string): string =>
  `${JSON.stringify(character)} × ${run.length / character.length}`;

/** Returns the value itself if nothing in it is long. */
export function shortValue(value: Json): Json {
  const size = { nodes: 0 };
  measure(value, size);
  return shortNode(value, size.nodes > mostNodes ? shownMembers : mostMembers);
}

function measure(value: Json, size: { nodes: number }): void {
  size.nodes += 1;
  if (typeof value !== "object" || value === null || size.nodes > mostNodes) return;
  for (const member of Object.values(value) as Json[]) measure(member, size);
}

function shortNode(value: Json, most: number): Json {
  if (typeof value === "string") return shortText(value);
  if (isArray(value)) {
    const shown = value.length > most ? value.slice(0, shownMembers) : value;
    const items: Json[] = shown.map((item) => shortNode(item, most));
    if (shown.length < value.length) return [...items, `…(${value.length} items)`];
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value);
  const shown = members.length > most ? members.slice(0, shownMembers) : members;
  const short = shown.map(([name, member]) => [shortText(name), shortNode(member ?? null, most)] as const);
  if (shown.length < members.length)
    return Object.fromEntries([...short, ["…", `(${members.length} properties)`]]);
  const isSame = members.every(([name, member], at) => name === short[at]![0] && member === short[at]![1]);
  return isSame ? value : Object.fromEntries(short);
}
