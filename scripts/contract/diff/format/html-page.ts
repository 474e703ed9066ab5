// The frame of every single-page report, and copyable text.
import { script, style } from "./html-assets.ts";
import { type Html, html } from "./html-template.ts";

/** The contents of an HTML report. */
export interface Page {
  readonly title: string;
  /** Text below the title: what was compared. */
  readonly scope: Html;
  readonly body: Html;
  /** Style and script besides those that all pages have. */
  readonly style?: Html | undefined;
  readonly script?: Html | undefined;
}

/** Returns a complete HTML document. It loads no external resources. */
export function htmlPage({ title, scope, body, style: more, script: act }: Page): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${style} ${more}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          ${scope}
        </header>
        ${body}
        <p id="status" role="status"></p>
        <script>
          ${script};
          ${act};
        </script>
      </body>
    </html> `;
  return page.text;
}

/** Returns a text with a button that copies it; `id` must be unique on the page. */
export function copyable(id: string, name: string, text: string): Html {
  return html`<figure>
    <figcaption>
      ${name} <button type="button" data-copies="${id}" aria-label="Copy the ${name}">Copy</button>
    </figcaption>
    <pre id="${id}" tabindex="0">${text}</pre>
  </figure>`;
}
