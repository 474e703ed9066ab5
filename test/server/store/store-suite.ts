// The suite of all stores, which each implementation runs.
import type { Test } from "tap";
import { responsesSuite } from "./responses-suite.ts";
import { dataSuite } from "./data-suite.ts";
import { listsSuite } from "./lists-suite.ts";
import { modelSuite } from "./model-suite.ts";
import { operationsSuite } from "./operations-suite.ts";
import { poolsSuite } from "./pools-suite.ts";
import { representationsSuite } from "./representations-suite.ts";
import type { OpenStore } from "./store-fixture.ts";

/** Runs the suite on empty stores returned by `open`. */
export function storeSuite(t: Test, open: OpenStore): void {
  poolsSuite(t, open);
  responsesSuite(t, open);
  operationsSuite(t, open);
  listsSuite(t, open);
  modelSuite(t, open);
  dataSuite(t, open);
  representationsSuite(t, open);
}
