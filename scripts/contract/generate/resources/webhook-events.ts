// What the server of a document sends of its own accord, as events with names: its webhooks, and the callbacks of its operations.
import type { JsonObject, OpenApiDocument } from "../../document/document.ts";
import { callbacksOf, type Operation, webhooksOf } from "../../document/operations.ts";
import { isJsonType } from "../../runtime/boundary/media-type.ts";
import { contentOf, type PlannedContent } from "../plan.ts";

/** One event. */
export interface WebhookEvent {
  /** The webhook's name, or the callback's; with a number behind it where two mean different things. */
  readonly name: string;
  readonly source: Operation;
  /** Its body, which is JSON. */
  readonly content: PlannedContent;
  readonly isWebhook: boolean;
}

/** In source order, webhooks first. What is not JSON is none of them. */
export function webhookEvents({ root }: OpenApiDocument): WebhookEvent[] {
  const found = new Map<string, WebhookEvent>();
  const add = (wanted: string, source: Operation, isWebhook: boolean): void => {
    const bodies = source.requestBody === undefined ? [] : contentOf(root, source.requestBody);
    const content = bodies.find(({ mediaType }) => isJsonType(mediaType));
    if (content === undefined) return;
    const isSame = (other: WebhookEvent | undefined): boolean =>
      JSON.stringify(other?.content.schema?.node) === JSON.stringify(content.schema?.node);
    let name = wanted;
    for (let count = 2; found.has(name); count += 1) {
      if (isSame(found.get(name))) return;
      name = `${wanted}${count}`;
    }
    found.set(name, { name, source, content, isWebhook });
  };
  for (const source of webhooksOf(root)) add(source.path, source, true);
  for (const source of callbacksOf(root)) add(source.name, source, false);
  return [...found.values()];
}

/** The document with its events as operations, so that validators of their bodies can be made: `/0`, `/1`, … in their order. */
export function eventsAsOperations(
  document: OpenApiDocument,
  events: readonly WebhookEvent[],
): OpenApiDocument {
  const paths = events.map(({ name, source: { requestBody } }, index): [string, JsonObject] => [
    `/${index}`,
    { post: { operationId: name, requestBody: requestBody?.node ?? {}, responses: {} } },
  ]);
  const others = Object.entries(document.root).filter(([key]) => key !== "webhooks");
  return { ...document, root: { ...Object.fromEntries(others), paths: Object.fromEntries(paths) } };
}
