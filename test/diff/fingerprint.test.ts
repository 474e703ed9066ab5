import t from "tap";
import { fingerprint } from "../../scripts/contract/diff/fingerprint.ts";

t.test("a fingerprint is twelve hexadecimal characters of operation, side, location and rule", (t) => {
  const of = { operation: "POST /things", side: "request", place: "body/name", rule: "max-length" };
  t.match(fingerprint(of), /^[0-9a-f]{12}$/);
  t.equal(fingerprint(of), fingerprint({ ...of }));
  for (const key of ["operation", "side", "place", "rule"])
    t.not(fingerprint({ ...of, [key]: "x" }), fingerprint(of), key);
  // Accepted breaks are stored by fingerprint: changing it invalidates the entries of every user.
  t.equal(fingerprint(of), "10a5ed6b3701");
  t.end();
});
