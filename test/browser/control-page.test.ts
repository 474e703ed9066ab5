// The page of the control surface in a real browser, for a mock and for the reference server: it shows
// requests, switches faults, loads nothing from other servers, and pages of other origins cannot do the same.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import t, { type Test } from "tap";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { elsewhere, openPage, withoutBrowser } from "../support/browser.ts";
import { call, startTestServer } from "../support/test-server.ts";

const skip = withoutBrowser;
const hostile = "<img src=x onerror=\"document.title='taken'\">";

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Serves a page of another origin on loopback until the test ends. */
async function otherOrigin(t: Test): Promise<string> {
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<p>a page"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

t.test(
  "the control page shows a mock's requests and state, and switches a fault on and off",
  { skip },
  async (t) => {
    const mock = await startMock("test/fixtures/mock/shop.json", { ui: true, cors: true });
    t.teardown(() => mock.close());
    const { page, requested, complaints } = await openPage(t);
    const [{ value } = { value: "" }] = mock.credentials;
    const opened = await page.goto(`${mock.origin}/_control/ui#${value}`);
    t.match(opened?.headers(), {
      "content-security-policy": /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/,
      "cache-control": "no-store",
    });
    await page.getByText("Nothing was requested yet.").waitFor();
    t.equal(await page.evaluate("location.hash"), "", "the credentials are not in the address any more");

    const json = { "Content-Type": "application/json" };
    const add = (body: unknown) =>
      fetch(`${mock.url}/pet`, { method: "POST", headers: json, body: JSON.stringify(body) });
    await add({ name: hostile, photoUrls: [], status: "available" });
    await add({ name: 5 });
    const rows = page.locator("#requests > li");
    await rows.nth(1).waitFor();
    t.match(await rows.nth(1).innerText(), /200[^]*POST \/v3\/pet/);
    t.match(await rows.nth(0).locator(".problems").first().innerText(), /body/, "the error is shown");
    await page.locator("#state details", { hasText: "/pet" }).first().locator("summary").click();
    const state = page.locator("#state pre").first();
    t.match(await state.innerText(), /"name": "<img src=x onerror/);
    await rows.nth(1).locator("summary").click();
    t.match(await rows.nth(1).locator("pre").last().innerText(), /<img src=x/);
    t.equal(await page.title(), "Control", "what was sent is text");
    t.equal(await page.locator("img").count(), 0);

    await page.getByLabel("only violations of the contract").check();
    t.equal(await page.locator("#requests > li:visible").count(), 1);
    await page.getByLabel("only violations of the contract").uncheck();

    await page.getByLabel("Operation").selectOption("getPet");
    await page.getByLabel("What happens").selectOption("404");
    await page.getByRole("button", { name: "Switch on" }).click();
    const fault = page.locator("#faults > li");
    await fault.waitFor();
    const headers = mock.headers();
    t.equal((await fetch(`${mock.url}/pet/1`, { headers })).status, 404);
    await page.getByText("(hit 1)").waitFor();
    await picture(page, "control-desktop");
    await page.getByRole("button", { name: "Switch off" }).click();
    await fault.waitFor({ state: "detached" });
    t.equal((await fetch(`${mock.url}/pet/1`, { headers })).status, 200);

    await page.setViewportSize({ width: 390, height: 844 });
    t.equal(await page.evaluate("document.documentElement.scrollWidth"), 390, "a telephone shows all of it");
    await picture(page, "control-telephone");
    t.strictSame(elsewhere(requested, mock.origin), []);
    t.strictSame(complaints, []);

    const foreign = await otherOrigin(t);
    await page.goto(foreign);
    const reset = async (url: string): Promise<unknown> =>
      page.evaluate(
        `fetch(${JSON.stringify(url)}, { method: "POST", mode: "no-cors" }).then(() => "sent", () => "refused")`,
      );
    await reset(`${mock.origin}/_control/reset`);
    const read = await page.evaluate(
      `fetch(${JSON.stringify(`${mock.origin}/_control/data`)}, { headers: { Authorization: ${JSON.stringify(`Bearer ${value}`)} } })
      .then((response) => response.status, () => "refused")`,
    );
    t.equal(read, "refused", "--cors opens the API and not the control surface");
    t.match(mock.exported(), { "/pet": [{ name: hostile }] }, "nothing was reset");
  },
);

t.test(
  "the control page asks for credentials, and shows an account of the reference server",
  { skip },
  async (t) => {
    const server = await startTestServer(t, ["--ui"]);
    const { page, requested, complaints } = await openPage(t);
    await page.goto(`${server.url}/_control/ui`);
    await page.getByLabel("Credentials").fill("demo:demo-token");
    await page.getByRole("button", { name: "Enter" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await call(server, { method: "POST", path: "/SenderPools", body: { name: hostile } });
    await page.locator("#requests > li").waitFor();
    await page.locator("#state details", { hasText: "/v1/SenderPools 1" }).waitFor();
    await page.getByLabel("Operation").selectOption("createSenderPool");
    await page.getByLabel("What happens").selectOption("503");
    await page.getByRole("button", { name: "Switch on" }).click();
    await page.locator("#faults > li").waitFor();
    t.equal(
      (await call(server, { method: "POST", path: "/SenderPools", body: { name: "two" } })).status,
      503,
    );
    await page.reload();
    await page.locator("#faults > li", { hasText: "(hit 1)" }).waitFor();
    t.equal(await page.title(), "Control");
    t.strictSame(elsewhere(requested, server.url), []);
    t.ok(
      complaints.every((complaint) => complaint.includes("401")),
      complaints.join("\n"),
    );
    await picture(page, "control-reference");
  },
);

t.test("the control page is off by default", async (t) => {
  const mock = await startMock("test/fixtures/mock/shop.json");
  t.teardown(() => mock.close());
  t.equal((await fetch(`${mock.origin}/_control/ui`)).status, 404);
  const server = await startTestServer(t, ["--control"]);
  t.equal((await fetch(`${server.url}/_control/ui`)).status, 404);
});
