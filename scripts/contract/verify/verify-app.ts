// `sender-pools-contract/verify`: verifies a server against its document in a test, and fails with the
// report.
import { readDocument } from "../document/read-document.ts";
import { assertLiquid } from "../proxy/assert-liquid.ts";
import { reach } from "./app-fetch.ts";
import { printReport } from "./report/print-report.ts";
import { reportView, type ReportView } from "./report/report-view.ts";
import { hiding } from "./send/account.ts";
import type { App, VerifyAppOptions, VerifyResult } from "./verify-api.d.ts";
import { verify } from "./verify.ts";

/** See verify-api.d.ts. */
export async function verifyApp(
  app: App,
  location: string,
  options: VerifyAppOptions = {},
): Promise<VerifyResult> {
  const { directory, minCoverage, accepted = [], ...rest } = options;
  const document = await readDocument(location, directory === undefined ? {} : { directory });
  await assertLiquid(document);
  const { fetch, target } = reach(app);
  const report = await verify({ write: target === undefined, ...rest, document, fetch, target });
  const { credentials = {}, otherCredentials = {}, seed = 0 } = options;
  const secrets = [credentials, otherCredentials].map((one) => new Map(Object.entries(one)));
  const view = reportView(report, {
    hide: hiding(secrets),
    accepted: [],
    today: new Date(),
    minCoverage,
    seed,
  });
  const text = printReport(view, "text", {
    terminal: { columns: 120, colour: false },
    toolVersion: undefined,
  });
  if (isRight(view, accepted)) return { ...view, text };
  throw new Error(text);
}

function isRight({ findings, coverage, minCoverage = 0 }: ReportView, accepted: readonly string[]): boolean {
  return coverage >= minCoverage && findings.every(({ fingerprint }) => accepted.includes(fingerprint));
}
