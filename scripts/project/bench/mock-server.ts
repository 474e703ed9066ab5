// `contract mock` on this project's document, for the benchmark.
import { demoAccount } from "../../../server/accounts/accounts.ts";
import { startMock } from "../../contract/mock/start-mock.ts";

const [data] = process.argv.slice(2);
const value = `${demoAccount.accountId}:${demoAccount.authToken}`;
const mock = await startMock("spec/openapi.yaml", {
  credentials: [{ scheme: "accountAuthToken", value }],
  data,
});
process.send?.({ port: Number(new URL(mock.origin).port) });
