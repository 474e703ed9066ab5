// The page of a control surface: one HTML file, one stylesheet, one script, all from the server itself. It
// contains no data and sends the same requests as any tester.
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";

/** A file of the page as a response. */
export interface PageFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Content security policy: only the page's own files from the same origin; framing is forbidden. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Control</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="ui/page.css">
<script src="ui/page.js" defer></script>
</head>
<body>
<header>
  <h1>Control <span id="where"></span></h1>
  <p id="status" role="status">Loading …</p>
</header>
<form id="entry" hidden>
  <label>Credentials <input id="credentials" type="password" autocomplete="off" placeholder="user:password, or a key or token" required></label>
  <button>Enter</button>
</form>
<main id="main" hidden>
  <section aria-labelledby="requests-title">
    <h2 id="requests-title">Requests</h2>
    <p class="tools"><label><input id="wrong" type="checkbox"> only violations of the contract</label> <button id="clear" type="button">Clear</button></p>
    <ol id="requests"></ol>
    <p id="no-requests" class="dim">Nothing was requested yet.</p>
  </section>
  <section aria-labelledby="faults-title">
    <h2 id="faults-title">Faults</h2>
    <form id="fault">
      <label>Operation <select id="fault-operation"></select></label>
      <label>What happens <select id="fault-effect"></select></label>
      <label>When <select id="fault-at"><option value="request">before the work</option><option value="response">after it, the response is lost</option></select></label>
      <label>How often <input id="fault-count" type="number" min="1" max="1000000000" placeholder="always"></label>
      <button>Switch on</button>
    </form>
    <ul id="faults"></ul>
  </section>
  <section aria-labelledby="state-title">
    <h2 id="state-title">State</h2>
    <p class="tools"><button id="refresh" type="button">Refresh</button></p>
    <div id="state"></div>
  </section>
</main>
</body>
</html>
`;

const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
  "/ui": ["text/html", html],
  "/ui/page.css": ["text/css", pageStyle],
  "/ui/page.js": ["text/javascript", pageScript],
};

/** The paths of the page's files, below the control surface. */
export const pagePaths: readonly string[] = Object.keys(files);

/** Returns the file at a path below the control surface; undefined if there is none. */
export function pageFile(path: string): PageFile | undefined {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (file === undefined) return undefined;
  const headers = {
    "Content-Type": `${file[0]}; charset=utf-8`,
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
  return { headers, text: file[1] };
}
