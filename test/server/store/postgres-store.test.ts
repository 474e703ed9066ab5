// The PostgreSQL store does what every store does.
import t from "tap";
import { openPostgresStore } from "../../../server/store/postgres/postgres-store.ts";
import { queryDatabase, startPostgres } from "../../support/postgres.ts";
import { storeSuite } from "./store-suite.ts";

const postgres = await startPostgres(t);
const url = await postgres.createDatabase();

storeSuite(t, async (options) => {
  await queryDatabase(url, "DROP SCHEMA IF EXISTS sender_pools CASCADE");
  return openPostgresStore(url, options);
});
