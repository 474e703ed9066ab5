// Runs the store suite on the PostgreSQL store.
import t from "tap";
import { openPostgresStore } from "../../../../server/store/postgres/open-postgres-store.ts";
import { emptyDatabase, startPostgres } from "../../../support/postgres.ts";
import { storeSuite } from "../store-suite.ts";

// Each of the suite's calls is a round trip here.
t.setTimeout(100_000);

const postgres = await startPostgres(t);
const url = await postgres.createDatabase();

storeSuite(t, async (options) => openPostgresStore(await emptyDatabase(url), options));
