// Runs the store suite on the SQLite store.
import { join } from "node:path";
import t from "tap";
import { openSqliteStore } from "../../../../server/store/sqlite/open-sqlite-store.ts";
import { storeSuite } from "../store-suite.ts";

const folder = t.testdir();
let opened = 0;

storeSuite(t, (options) => openSqliteStore(join(folder, `${++opened}.db`), options));
