// Classification of PostgreSQL's errors: temporary ones, ones to retry at once, ones caused by one write, and
// errors of the program.
import { DatabaseError } from "pg";
import t from "tap";
import {
  asStoreError,
  errorText,
  isAboutOneWrite,
  isTransient,
} from "../../../../server/store/postgres/errors.ts";
import { StoreUnavailableError } from "../../../../server/store/store.ts";

function databaseError(code: string): DatabaseError {
  return Object.assign(new DatabaseError(`error ${code}`, 0, "error"), { code });
}

const rejected = new AggregateError([
  new Error("connect ECONNREFUSED ::1:5432"),
  new Error("connect ECONNREFUSED 127.0.0.1:5432"),
]);
const table: { given: unknown; unavailable: boolean; again?: boolean; alone?: boolean }[] = [
  { given: new Error("Connection terminated unexpectedly"), unavailable: true },
  { given: rejected, unavailable: true },
  { given: databaseError("08006"), unavailable: true },
  { given: databaseError("08P01"), unavailable: false, alone: true },
  { given: databaseError("53300"), unavailable: true },
  { given: databaseError("57014"), unavailable: true },
  { given: databaseError("57P03"), unavailable: true },
  { given: databaseError("25006"), unavailable: true },
  { given: databaseError("25P03"), unavailable: true },
  { given: databaseError("40001"), unavailable: true, again: true },
  { given: databaseError("40P01"), unavailable: true, again: true },
  { given: databaseError("55P03"), unavailable: true, alone: true },
  { given: databaseError("23505"), unavailable: false, alone: true },
  { given: databaseError("22P05"), unavailable: false, alone: true },
  { given: databaseError("42P01"), unavailable: false, alone: true },
  { given: new TypeError("undefined is not a function"), unavailable: false },
];

for (const { given, unavailable, again = false, alone = false } of table) {
  t.test(`the error "${errorText(given)}" ${unavailable ? "is temporary" : "is thrown unchanged"}`, (t) => {
    const thrown = asStoreError(given);
    t.equal(thrown instanceof StoreUnavailableError, unavailable);
    if (thrown instanceof Error && unavailable) t.equal(thrown.cause, given);
    else t.equal(thrown, given);
    t.equal(asStoreError(thrown), thrown, "once is enough");
    t.equal(isTransient(given), again);
    t.equal(isAboutOneWrite(given), alone);
    t.end();
  });
}
