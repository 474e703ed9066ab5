// What every store has to do, whatever it keeps its rows in: each implementation runs all of it.
import type { Test } from "tap";
import { answersSuite } from "./answers-suite.ts";
import { dataSuite } from "./data-suite.ts";
import { listsSuite } from "./lists-suite.ts";
import { modelSuite } from "./model-suite.ts";
import { operationsSuite } from "./operations-suite.ts";
import { poolsSuite } from "./pools-suite.ts";
import { representationsSuite } from "./representations-suite.ts";
import type { OpenStore } from "./store-fixture.ts";

/** Runs the suite on stores that `open` gives, each of them empty. */
export function storeSuite(t: Test, open: OpenStore): void {
  poolsSuite(t, open);
  answersSuite(t, open);
  operationsSuite(t, open);
  listsSuite(t, open);
  modelSuite(t, open);
  dataSuite(t, open);
  representationsSuite(t, open);
}
