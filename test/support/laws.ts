// fast-check as every law here uses it: the same values on every run, so that a change is judged by what it
// changes; `npm run check:long` draws other ones, and a law that fails prints its seed.
import fc from "fast-check";

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: process.env["CHECK_LONG"] === "1" ? Date.now() | 0 : 20_261_201,
});

export { fc };
