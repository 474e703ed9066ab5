// Runs the store suite on the memory store.
import t from "tap";
import { createMemoryStore } from "../../../../server/store/memory/memory-store.ts";
import { storeSuite } from "../store-suite.ts";

storeSuite(t, createMemoryStore);
