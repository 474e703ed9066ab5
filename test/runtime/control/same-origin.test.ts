// Origins that may call a control surface.
import t from "tap";
import { rejectOtherOrigins } from "../../../scripts/contract/runtime/control/same-origin.ts";

const own = { host: "127.0.0.1:4010" };
const cases: readonly { given: Record<string, string>; isLoopback?: boolean; want: "taken" | "refused" }[] = [
  { given: own, want: "taken" },
  { given: {}, want: "taken" },
  { given: { ...own, origin: "http://127.0.0.1:4010", "sec-fetch-site": "same-origin" }, want: "taken" },
  { given: { ...own, "sec-fetch-site": "none" }, want: "taken" },
  { given: { ...own, origin: "http://127.0.0.1:5000", "sec-fetch-site": "same-site" }, want: "refused" },
  { given: { ...own, origin: "https://page.example" }, want: "refused" },
  { given: { ...own, origin: "null" }, want: "refused" },
  { given: { ...own, "sec-fetch-site": "cross-site" }, want: "refused" },
  { given: { host: "[::1]:4010" }, want: "taken" },
  { given: { host: "LOCALHOST:4010" }, want: "taken" },
  { given: { host: "pools.localhost" }, want: "taken" },
  { given: { host: "mine.example:4010" }, want: "taken" },
  { given: { host: "rebound.example:4010", origin: "http://rebound.example:4010" }, want: "refused" },
  { given: { host: "127.0.0.1.rebound.example" }, want: "refused" },
  { given: { host: "mock:4010" }, isLoopback: false, want: "taken" },
  { given: { host: "mock:4010", origin: "http://other:4010" }, isLoopback: false, want: "refused" },
];

for (const { given, isLoopback = true, want } of cases)
  t.test(
    `${JSON.stringify(given)}${isLoopback ? "" : ", reachable from elsewhere,"} is ${want}`,
    async (t) => {
      const ask = (): void => rejectOtherOrigins(given, { hosts: ["mine.example"], isLoopback });
      if (want === "taken") t.doesNotThrow(ask);
      else t.throws(ask, /The control surface/);
    },
  );
