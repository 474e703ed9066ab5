// The page at /docs in a real browser: requests can be sent from it, and no other server is contacted.
import t from "tap";
import { demoAccount, parseAccounts } from "../../server/accounts/accounts.ts";
import { elsewhere, openPage, withoutBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/test-server.ts";

t.test(
  "a request sent from the docs page gets a response, offline, within its security policy",
  { skip: withoutBrowser },
  async (t) => {
    const server = await startTestServer(t);
    const { page, requested, complaints } = await openPage(t);
    const opened = await page.goto(`${server.url}/docs/`);
    t.match(opened?.headers()["content-security-policy"], /default-src 'none'.*script-src 'self'/);
    t.equal(await page.title(), "SenderPools API");
    t.match(await page.locator(".info .description").innerText(), /user name demo, password demo-token/);
    t.equal(await page.getByText(/swagger/i).count(), 0);
    t.equal(await page.locator(".topbar").count(), 0);
    await page.getByRole("button", { name: "Authorize" }).first().click();
    const dialog = page.locator(".dialog-ux");
    t.match(
      await dialog.innerText(),
      /Username: accountId. Password: authToken. Demo account: demo and demo-token[^]*Username: apiKey. Password: apiKeySecret/,
    );
    await dialog.locator("input[type=text]").first().fill(demoAccount.accountId);
    await dialog.locator("input[type=password]").first().fill(demoAccount.authToken);
    await dialog.getByRole("button", { name: "Apply credentials" }).first().click();
    await dialog.getByRole("button", { name: "Close", exact: true }).first().click();

    const operation = page.locator("[id$=listSenders]").first();
    await operation.locator(".opblock-summary-control").click();
    await operation.getByRole("button", { name: "Try it out" }).click();
    await operation.getByRole("button", { name: "Execute" }).click();
    const response = operation.locator(".live-responses-table");
    await response.waitFor();
    t.match(await response.innerText(), /\b200\b[\s\S]*Front desk/);
    t.ok(
      requested.includes(`${server.url}/v1/Senders?pageSize=50`) ||
        requested.some((url) => url.startsWith(`${server.url}/v1/Senders`)),
    );
    t.strictSame(elsewhere(requested, server.url), [], "nothing left the machine");
    t.strictSame(complaints, []);
    const screenshot = process.env["SCREENSHOT"];
    if (screenshot !== undefined) await page.screenshot({ path: screenshot });
  },
);

t.test("the docs page is usable on a telephone", { skip: withoutBrowser }, async (t) => {
  const server = await startTestServer(t);
  const { page } = await openPage(t);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/docs/`);
  const screenshot = process.env["SCREENSHOT"];
  const fits = async (about: string): Promise<void> => {
    if (screenshot !== undefined)
      await page.screenshot({ path: screenshot.replace(/(\.png)$/, `-${about.replaceAll(" ", "-")}$1`) });
    // The second one clips wider content, which the first does not count.
    for (const element of ["document.documentElement", "document.querySelector('#swagger-ui')"])
      t.equal(await page.evaluate(`${element}.scrollWidth`), 390, about);
  };
  await page.getByRole("button", { name: "Authorize" }).first().click();
  const dialog = page.locator(".dialog-ux");
  const box = await dialog.locator(".modal-ux").boundingBox();
  t.ok(box !== null && box.x >= 0 && box.x + box.width <= 390, "the dialog fits");
  await fits("authorize");
  await dialog.locator("input[type=text]").first().fill(demoAccount.accountId);
  await dialog.locator("input[type=password]").first().fill(demoAccount.authToken);
  await dialog.getByRole("button", { name: "Apply credentials" }).first().click();
  await dialog.getByRole("button", { name: "Close", exact: true }).first().click();
  await fits("start");
  const operation = page.locator("[id$=listSenders]").first();
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await fits("an operation");
  await operation.getByRole("button", { name: "Execute" }).click();
  const response = operation.locator(".live-responses-table");
  await response.waitFor();
  t.match(await response.innerText(), /\b200\b[\s\S]*Front desk/);
  await response.scrollIntoViewIfNeeded();
  await fits("an answer");
});

t.test("the docs page names no demo account if it is disabled", { skip: withoutBrowser }, async (t) => {
  const accounts = parseAccounts('[{ "accountId": "demo", "authToken": "another token than the usual" }]');
  const server = await startTestServer(t, [], accounts);
  const text = await (await fetch(`${server.url}/docs/json`)).text();
  t.match(text, /Username: `accountId`/);
  t.notMatch(text, /demo-token/);
});
