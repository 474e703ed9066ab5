// Timestamps equal those of `toISOString`.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { toTimestamp } from "../../../server/ids/timestamp.ts";

t.test("every time is formatted as by toISOString, whether close to the previous one or not", (t) => {
  const moment = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, fc.nat(2000)), { minLength: 1 }), (moments) =>
      moments
        .flatMap(([start, later]) => [start, start + later])
        .every((given) => toTimestamp(given) === new Date(given).toISOString()),
    ),
  );
  t.end();
});
