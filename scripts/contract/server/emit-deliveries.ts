// Emits what a server needs to send the webhooks and callbacks of its document: `deliveries.ts`, with the
// validators of their bodies and the runtime that delivers them.
import { type Code, emit, joinCode } from "../generate/code.ts";
import type { JsonObject } from "../document/document.ts";
import { child, deref, localPointer, parsePointer, refOf } from "../document/pointer.ts";
import { docComment } from "../generate/comment.ts";
import { emitValidators } from "../generate/emit-validators.ts";
import { headerLine } from "../generate/header.ts";
import { printKey, printLiteral, printString } from "../generate/literal.ts";
import { type Plan, planOf } from "../generate/plan.ts";
import {
  eventsAsOperations,
  type WebhookEvent,
  webhookEvents,
} from "../generate/resources/webhook-events.ts";
import { runtimeOf } from "../generate/runtime-source.ts";
import { pruneDocument } from "../sdk/prune-document.ts";

/** File name → text; nothing for a document without webhooks and callbacks. */
export async function emitDeliveries(plan: Plan): Promise<[string, Code][]> {
  const events = webhookEvents(plan.document);
  if (events.length === 0) return [];
  const called = eventsAsOperations(plan.document, events);
  const operations = planOf(pruneDocument(called, planOf(called).operations));
  const names = joinCode(
    events.map(({ name }) => printString(name)),
    emit` | `,
  );
  const validators = await emitValidators(operations, emit`type OperationId = ${names};\n`);
  return [
    ["deliveries.ts", printDeliveries(plan, events, validators.customFormats)],
    ["deliver.ts", joinCode([headerLine(plan.header), await runtimeOf("deliver.ts")])],
    ["message-validators.js", validators.code],
    ["message-validators.d.ts", validators.types],
  ];
}

function printDeliveries(plan: Plan, events: readonly WebhookEvent[], formats: readonly string[]): Code {
  const types = events.map(
    (event) =>
      emit`${docComment([summaryOf(event), `spec: ${event.source.pointer}`], "  ")}  readonly ${printKey(event.name)}: ${bodyType(event)};\n`,
  );
  const rules = events.map(({ name, source, content: { mediaType } }) => {
    const key = printString(name);
    const headers = constantHeaders(plan.document.root, source);
    const rule = printLiteral({ method: source.method, type: mediaType, headers }, "", -Infinity);
    return emit`  ${printKey(name)}: { ...${rule}, check: requests[${key}].body?.[${printString(mediaType)}] },\n`;
  });
  const known = printLiteral(Object.fromEntries(formats.map((format) => [format, true])), "", -Infinity);
  return emit`${headerLine(plan.header)}
import { Deliverer, type DeliveryOptions } from "./deliver.ts";
import { createValidators, type Formats } from "./message-validators.js";
import type { components, webhooks } from "./types.ts";

export type { Attempt, Deliverer, Delivery, DeliveryOptions, DeliveryState } from "./deliver.ts";

/** The bodies that this API sends of its own accord, by the name of the webhook or callback. */
export interface Messages {
${types}}

const formats = Object.fromEntries(Object.keys(${known}).map((format) => [format, () => true]));
// The formats of the document's own are not checked here.
const { requests } = createValidators(formats as unknown as Formats);

const rules = {
${rules}};

/**
 * Sends webhooks and callbacks, signed as in Standard Webhooks: what clients verify with \`unwrap\`. Messages
 * are validated against the document and kept in memory until they are delivered.
 *
 * @example
 * const deliveries = createDeliveries({ secret: "whsec_…" });
 * app.addHook("onClose", () => deliveries.close());
 * void deliveries.deliver(${printString(events[0]?.name ?? "")}, "https://receiver.example/hook", body);
 */
export function createDeliveries(options: DeliveryOptions): Deliverer<Messages> {
  return new Deliverer<Messages>(rules, options);
}
`;
}

/** Returns the header parameters whose schema has only one value. */
function constantHeaders(root: JsonObject, { parameters }: WebhookEvent["source"]): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ node }): [string, string][] => {
      const { name, in: location, schema = null } = node;
      const value = child(deref(root, schema), "const");
      return location === "header" && typeof name === "string" && typeof value === "string"
        ? [[name, value]]
        : [];
    }),
  );
}

function summaryOf({ source }: WebhookEvent): string | undefined {
  const { summary } = source.operation;
  return typeof summary === "string" ? summary : undefined;
}

/** Returns the type of a body: a named schema, or the inline one of a webhook. */
function bodyType({ isWebhook, source, content: { mediaType, schema } }: WebhookEvent): Code {
  const [first, second, name, ...rest] = parsePointer(localPointer(refOf(schema?.node) ?? "") ?? "");
  if (first === "components" && second === "schemas" && name !== undefined && rest.length === 0)
    return emit`components["schemas"][${printString(name)}]`;
  // Only the types of webhooks are declared.
  if (!isWebhook) return emit`unknown`;
  const at = emit`webhooks[${printString(source.path)}][${printString(source.method.toLowerCase())}]`;
  return emit`NonNullable<${at}["requestBody"]>["content"][${printString(mediaType)}]`;
}
