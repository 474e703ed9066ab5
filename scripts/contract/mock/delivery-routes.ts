// Routes of the control surface for callbacks and webhooks.
import { type ControlRoute, ok } from "../runtime/control/control-surface.ts";
import { notThere } from "../runtime/control/journal.ts";
import { anything, readFields, text, wholeNumber } from "../runtime/control/read-fields.ts";
import type { RetryRules } from "../runtime/deliveries/delivery-queue.ts";
import type { Sender } from "./deliveries/sender.ts";

/** Dependencies of these routes. */
export interface DeliveryParts {
  readonly sender: Sender;
  /** The secret with which receivers verify signatures. */
  readonly webhookSecret: string;
}

export const deliveryRoutes: readonly ControlRoute<DeliveryParts>[] = [
  {
    method: "GET",
    path: "/webhooks",
    handle: ({ tenant }, { sender, webhookSecret }) =>
      ok({ webhooks: sender.webhooks(), schedules: sender.schedules(tenant), secret: webhookSecret }),
  },
  {
    method: "POST",
    path: "/webhooks/{name}",
    handle: ({ tenant, params, body }, { sender }) => {
      const order = readFields(body, { url: text, body: anything, every: wholeNumber(10, 86_400_000) });
      return { status: 202, body: { deliveries: sender.webhook(tenant, params["name"] ?? "", order) } };
    },
  },
  {
    method: "DELETE",
    path: "/webhooks/{name}",
    handle: ({ tenant, params }, { sender }) => {
      if (!sender.endSchedule(tenant, params["name"] ?? "")) throw notThere("schedule");
      return ok({ schedules: sender.schedules(tenant) });
    },
  },
  {
    method: "GET",
    path: "/deliveries",
    handle: ({ tenant }, { sender }) =>
      ok({ retries: sender.deliveries.rules, deliveries: sender.deliveries.list(tenant) }),
  },
  {
    method: "PUT",
    path: "/deliveries",
    handle: ({ body }, parts) => ok({ retries: changeRetries(parts, body) }),
  },
  {
    method: "DELETE",
    path: "/deliveries",
    handle: ({ tenant }, { sender }) => {
      sender.deliveries.clear(tenant);
      return ok({ deliveries: sender.deliveries.list(tenant) });
    },
  },
];

/** Sets rules for retries, or none, and returns all. Throws the 400 for invalid members. */
export function changeRetries(
  { sender: { deliveries } }: Pick<DeliveryParts, "sender">,
  wanted: unknown,
): RetryRules {
  const fields = readFields(wanted, { attempts: wholeNumber(1, 20), backoff: wholeNumber(0, 3_600_000) });
  deliveries.rules = { ...deliveries.rules, ...fields };
  return deliveries.rules;
}
