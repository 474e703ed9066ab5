import t from "tap";
import { keyForStatus, telltaleStatuses } from "../../scripts/contract/exchange/status-range.ts";

t.test("the most specific responses key applies to a status", (t) => {
  const keys = ["404", "4XX", "default"];
  t.equal(keyForStatus(keys, 404), "404");
  t.equal(keyForStatus(keys, 409), "4XX");
  t.equal(keyForStatus(["4xx"], 409), "4xx");
  t.equal(keyForStatus(keys, 500), "default");
  t.equal(keyForStatus(["200"], 500), undefined);
  t.end();
});

t.test("the statuses to compare cover every responses key of both documents", (t) => {
  const base = ["200", "4XX", "default"];
  const head = ["200", "404", "default"];
  const met = telltaleStatuses(base, head).map(
    (status) => `${keyForStatus(base, status)} ${keyForStatus(head, status)}`,
  );
  for (const want of ["200 200", "4XX 404", "4XX default", "default default"]) t.ok(met.includes(want), want);
  t.same(telltaleStatuses(["200"], ["201"]), [200, 201]);
  t.end();
});
