// The page at /docs in a real browser: a request tried from it works, and nothing leaves the machine.
import t from "tap";
import { demoAccount } from "../../server/accounts.ts";
import { elsewhere, openPage, withoutBrowser } from "../support/browser.ts";
import { startTestServer } from "../support/test-server.ts";

t.test(
  "a request tried from the page is answered, offline, within its security policy",
  { skip: withoutBrowser },
  async (t) => {
    const server = await startTestServer(t);
    const { page, requested, complaints } = await openPage(t);
    const opened = await page.goto(`${server.url}/docs/`);
    t.match(opened?.headers()["content-security-policy"], /default-src 'none'.*script-src 'self'/);
    await page.getByRole("button", { name: "Authorize" }).first().click();
    const dialog = page.locator(".dialog-ux");
    await dialog.locator("input[type=text]").first().fill(demoAccount.accountId);
    await dialog.locator("input[type=password]").first().fill(demoAccount.authToken);
    await dialog.getByRole("button", { name: "Apply credentials" }).first().click();
    await dialog.getByRole("button", { name: "Close", exact: true }).first().click();

    const operation = page.locator("[id$=listSenders]").first();
    await operation.locator(".opblock-summary-control").click();
    await operation.getByRole("button", { name: "Try it out" }).click();
    await operation.getByRole("button", { name: "Execute" }).click();
    const answer = operation.locator(".live-responses-table");
    await answer.waitFor();
    t.match(await answer.innerText(), /\b200\b[\s\S]*Front desk/);
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
