// The requests that the server of a document sends, as named events: its webhooks, and the callbacks of its
// operations.
import type { JsonObject, OpenApiDocument } from "../../document/document.ts";
import { callbacksOf, type Operation, webhooksOf } from "../../document/operations.ts";
import { isJsonType } from "../../runtime/boundary/media-type.ts";
import { contentOf, type PlannedContent } from "../plan.ts";

/** One event. */
export interface WebhookEvent {
  /** The name of the webhook or callback; with a number as suffix if two events of one name differ. */
  readonly name: string;
  readonly source: Operation;
  /** Its body, which is JSON. */
  readonly content: PlannedContent;
  readonly isWebhook: boolean;
}

/** Returns the events in source order, webhooks first. Requests without a JSON body are omitted. */
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

/**
 * Returns the document with its events as operations `/0`, `/1`, … in their order, so that validators of
 * their bodies can be generated.
 */
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
