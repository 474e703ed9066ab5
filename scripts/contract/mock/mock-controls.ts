// What tests call of a mock in their process: the same parts that the routes of the control surface serve.
import { faultyOperations, readFaultRule } from "../runtime/control/faults.ts";
import { notThere } from "../runtime/control/journal.ts";
import { readFields, text } from "../runtime/control/read-fields.ts";
import { readExpectation, verify } from "../runtime/control/verification.ts";
import { firstTenant } from "./credentials.ts";
import { changeRetries } from "./delivery-routes.ts";
import type { MockControls } from "./mock-api.d.ts";
import { changePace, type MockControlParts } from "./mock-routes.ts";

/** @param now  returns the parts of the documents that are served now: a reload replaces them */
export function mockControls(now: () => MockControlParts): MockControls {
  return {
    operations: () => faultyOperations(now().api),
    pace: (wanted = {}) => changePace(now(), wanted),
    step: (tenant = firstTenant) => now().state.step(tenant),
    add: (data, tenant = firstTenant) => now().state.add(tenant, data),
    exported: (tenant = firstTenant) => now().state.exported(tenant),
    resetData: (tenant = firstTenant) => now().state.reset(tenant),
    reset: (tenant = firstTenant) => now().reset(tenant),
    fault: (rule, tenant = firstTenant) => now().faults.add(tenant, readFaultRule(rule, now().api)),
    faults: (tenant = firstTenant) => now().faults.list(tenant),
    removeFault: (id, tenant = firstTenant) => now().faults.remove(tenant, id),
    clearFaults: (tenant = firstTenant) => now().faults.clear(tenant),
    journal: (filter) => now().journal.list(filter),
    clearJournal: (tenant = firstTenant) => now().journal.clear(tenant),
    verify: (expected, tenant = firstTenant) =>
      verify(now().journal.list({ tenant }), readExpectation(expected)),
    snapshot: (name, tenant = firstTenant) => {
      const { snapshots, data } = now();
      const { name: given = "" } = readFields({ name }, { name: text });
      snapshots.keep(tenant, given, data.read(tenant));
    },
    snapshots: (tenant = firstTenant) => now().snapshots.names(tenant),
    restore: async (name, tenant = firstTenant) => {
      const { snapshots, data } = now();
      const kept = snapshots.get(tenant, name);
      if (kept === undefined) throw notThere("snapshot");
      await data.write(tenant, kept);
    },
    removeSnapshot: (name, tenant = firstTenant) => now().snapshots.remove(tenant, name),
    webhooks: () => now().sender.webhooks(),
    webhook: (name, order = {}, tenant = firstTenant) => now().sender.webhook(tenant, name, order),
    schedules: (tenant = firstTenant) => now().sender.schedules(tenant),
    endSchedule: (name, tenant = firstTenant) => now().sender.endSchedule(tenant, name),
    deliveries: (tenant = firstTenant) => now().sender.deliveries.list(tenant),
    clearDeliveries: (tenant = firstTenant) => now().sender.deliveries.clear(tenant),
    retries: (wanted = {}) => changeRetries(now(), wanted),
  };
}
