// The entry `/webhooks` of a package, for documents with webhooks or callbacks.
import {
  clientFile,
  clientName,
  type ClientType,
  type ClientValue,
  printClientImports,
} from "../generate/client-runtime.ts";
import { type Code, emit } from "../generate/code.ts";
import { docComment } from "../generate/comment.ts";
import { emitValidators } from "../generate/emit-validators.ts";
import { formProperties } from "../generate/form-properties.ts";
import { headerLine } from "../generate/header.ts";
import { printKey, printLiteral, printString } from "../generate/literal.ts";
import { type Plan, planOf } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import {
  eventsAsOperations,
  type WebhookEvent,
  webhookEvents,
} from "../generate/resources/webhook-events.ts";
import { pruneDocument } from "./prune-document.ts";
import type { Modules } from "./runtime-modules.ts";

/** The modules of the entry. */
export interface WebhookModules {
  /** Minified code. */
  readonly code: Modules;
  readonly sources: Modules;
  /** Modules of the runtime. */
  readonly runtime: readonly string[];
}

const types: readonly ClientType[] = [
  { module: "webhooks/verify.ts", type: "WebhookHeaders" },
  { module: "webhooks/verify.ts", type: "WebhookSecret" },
  { module: "webhooks/unwrap.ts", type: "UnwrapOptions" },
  { module: "webhooks/unwrap.ts", type: "WebhookEventOf" },
  { module: "webhooks/unwrap.ts", type: "EventRules" },
  { module: "webhooks/handle.ts", type: "HandleOptions" },
  { module: "webhooks/handle.ts", type: "FastifyScope" },
];
const unwrapEvent: ClientValue = { module: "webhooks/unwrap.ts", name: "unwrapEvent" };
const fetchHandler: ClientValue = { module: "webhooks/handle.ts", name: "fetchHandler" };
const fastifyPlugin: ClientValue = { module: "webhooks/handle.ts", name: "fastifyPlugin" };
const used = [...types, unwrapEvent, fetchHandler, fastifyPlugin];

export async function webhookModules(plan: Plan, client: ClientPlan): Promise<WebhookModules> {
  const events = webhookEvents(plan.document);
  if (events.length === 0) return { code: new Map(), sources: new Map(), runtime: [] };
  const called = eventsAsOperations(plan.document, events);
  const operations = planOf(pruneDocument(called, planOf(called).operations));
  const validators = await emitValidators(operations);
  return {
    code: new Map([["generated/webhook-validators.js", validators.code]]),
    sources: new Map([["generated/webhooks.ts", printEntry(plan, client, events, validators.customFormats)]]),
    runtime: [...new Set(used.map(({ module }) => clientFile(module)))],
  };
}

function printEntry(
  plan: Plan,
  client: ClientPlan,
  events: readonly WebhookEvent[],
  formats: readonly string[],
): Code {
  const typed = events.map((event) => ({
    event,
    model: client.models.nameOf(event.content.schema, "Output"),
  }));
  const members = typed.map(
    ({ event, model }) =>
      emit`${docComment([textOf(event.source.operation["summary"])], "  ")}  readonly ${printKey(event.name)}: ${model === undefined ? inlineType(event) : emit`models.${model}`};\n`,
  );
  const rules = events.map(({ name, content }) => {
    const properties = [...formProperties(plan.document.root, content.schema).keys()];
    const key = printString(name);
    return emit`    { name: ${key}, properties: ${printLiteral(properties, "", -Infinity)}, check: requests[${key}].body[${printString(content.mediaType)}] },\n`;
  });
  const known = printLiteral(Object.fromEntries(formats.map((format) => [format, true])), "", -Infinity);
  return emit`${headerLine(plan.header)}
${printClientImports(emit`..`, used)}import type * as models from "./resources.ts";
import type { webhooks } from "./types.ts";
import { createValidators } from "./webhook-validators.js";

export { WebhookError } from "../client/webhooks/verify.ts";
export type { VerifyWebhook, WebhookHeaders, WebhookSecret } from "../client/webhooks/verify.ts";
export type { UnwrapOptions } from "../client/webhooks/unwrap.ts";
export type { HandleOptions, WebhookStore } from "../client/webhooks/handle.ts";

/** Webhooks and callbacks that the server sends, by name. */
export interface WebhookEvents {
${members}}

/** An event; its \`name\` determines the type of its \`body\`. */
export type WebhookEvent = WebhookEventOf<WebhookEvents>;

let made: readonly EventRules[] | undefined;

/** Made when first needed: an import costs nothing. */
function rules(): readonly EventRules[] {
  if (made !== undefined) return made;
  const formats = Object.fromEntries(Object.keys(${known}).map((format) => [format, () => true]));
  const { requests } = createValidators(formats);
  return (made = [
${rules}  ]);
}

/**
 * Verifies a message (Standard Webhooks, or the API's own scheme by a function), validates it against the
 * document and narrows it to an event. Rejects with a \`WebhookError\` whose \`status\` is the response to
 * it.
 *
 * @param rawBody  the body as received: a parsed and serialized body has another signature
 * @param secret  \`whsec_…\`; several during a rotation
 */
export function unwrap<Name extends keyof WebhookEvents = keyof WebhookEvents>(
  rawBody: string | ArrayBuffer | Uint8Array,
  headers: WebhookHeaders,
  secret: WebhookSecret,
  options?: UnwrapOptions<Name>,
): Promise<Extract<WebhookEvent, { readonly name: Name }>> {
  return ${clientName(unwrapEvent)}(rules(), rawBody, headers, secret, options) as Promise<Extract<WebhookEvent, { readonly name: Name }>>;
}

/**
 * A handler of Fetch requests. Responds with 204 to a message that was handled (once per id), 4xx to one that
 * is not trusted, and 500 if a function of \`on\` failed, so that the server sends it again.
 */
export function webhookHandler(options: HandleOptions<WebhookEvent>): (request: Request) => Promise<Response> {
  return ${clientName(fetchHandler)}<WebhookEvent>(unwrap, options);
}

/** The same as a plugin for Fastify: \`app.register(webhookPlugin({ … }), { prefix: "/webhooks" })\`. */
export function webhookPlugin(
  options: HandleOptions<WebhookEvent> & { readonly path?: string | undefined },
): (fastify: FastifyScope) => Promise<void> {
  return ${clientName(fastifyPlugin)}<WebhookEvent>(unwrap, options);
}
`;
}

/** Returns the type of a schema without a name. */
function inlineType({ isWebhook, source, content }: WebhookEvent): Code {
  if (!isWebhook) return emit`unknown`;
  const at = emit`webhooks[${printString(source.path)}][${printString(source.method.toLowerCase())}]`;
  return emit`NonNullable<${at}["requestBody"]>["content"][${printString(content.mediaType)}]`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
