// What this server adds to Swagger UI at /docs: an icon, styles, and hints in the document how to authorize.
import { demoAccount } from "../accounts/accounts.ts";

const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b3d5c"/>' +
  '<path d="M8 20a8 8 0 0 1 16 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/>' +
  '<circle cx="16" cy="20" r="3" fill="#5fd0c5"/></svg>';

/** The page's favicon. */
export const favicon = {
  filename: "docs.svg",
  rel: "icon",
  type: "image/svg+xml",
  sizes: "any",
  content: sign,
};

/** Styles added to Swagger UI's own: colours, and a layout that fits a telephone's width. */
export const styles = `
body { margin: 0; background: #f7f9fb; }
#swagger-ui { overflow-x: clip; }
.swagger-ui .info { margin: 0 -20px 24px; padding: 28px 20px; border-top: 6px solid #0b3d5c; background: #e8f1f6; }
.swagger-ui .info .title { color: #0b3d5c; overflow-wrap: anywhere; }
.swagger-ui .scheme-container { background: none; box-shadow: none; padding: 0 0 16px; margin: 0; }
.swagger-ui .btn.authorize { color: #0b3d5c; border-color: #0b3d5c; }
.swagger-ui .btn.authorize svg { fill: #0b3d5c; }
.swagger-ui .btn.execute { background: #0b3d5c; border-color: #0b3d5c; }
.swagger-ui .markdown code, .swagger-ui .renderedMarkdown code { color: #0b3d5c; }
@media (max-width: 640px) {
  .swagger-ui .wrapper, .swagger-ui .opblock-section-header { padding: 0 12px; }
  .swagger-ui .info { margin: 0 -12px 16px; padding: 20px 12px; }
  .swagger-ui .info .title { font-size: 26px; }
  .swagger-ui .opblock-tag { flex-wrap: wrap; padding: 8px 0; font-size: 20px; }
  .swagger-ui .opblock-tag small { flex-basis: 85%; order: 3; padding: 4px 0; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-control { flex-wrap: wrap; min-width: 0; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; flex: 1 1 60%; overflow-wrap: anywhere; }
  .swagger-ui .opblock .opblock-summary-description { flex-basis: 100%; padding: 4px 10px; }
  .swagger-ui .servers > label, .swagger-ui .servers > label select { min-width: 0; max-width: 100%; margin-right: 0; }
  .swagger-ui .dialog-ux .modal-ux { min-width: 0; width: calc(100vw - 16px); max-width: none; }
  .swagger-ui .dialog-ux .modal-ux-content { padding: 12px; }
  .swagger-ui .auth-container input { min-width: 0; width: 100%; box-sizing: border-box; }
  .swagger-ui table.parameters > thead { display: none; }
  .swagger-ui table.parameters > tbody > tr > td { display: block; width: auto; max-width: 100%; padding: 4px 0; }
  .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select,
  .swagger-ui textarea { max-width: 100%; min-width: 0; width: 100%; box-sizing: border-box; }
  .swagger-ui .responses-inner, .swagger-ui .table-container { padding: 12px; overflow-x: auto; }
  .swagger-ui .response-col_status { min-width: 3em; }
  .swagger-ui .highlight-code, .swagger-ui pre { max-width: calc(100vw - 64px); overflow-x: auto; }
  .swagger-ui .models .model-container { overflow-x: auto; }
}
`;

/**
 * Returns the OpenAPI document as the page shows it: the description of each Basic scheme names what to enter
 * as username and password, and the first scheme also the demo account, if that is enabled. The published
 * document is unchanged.
 */
export function documentOfPage(
  contract: Readonly<Record<string, unknown>>,
  demo: boolean,
): Record<string, unknown> {
  const { accountId, authToken } = demoAccount;
  const { info, components } = contract;
  const schemes = Object.entries(recordOf(recordOf(components)["securitySchemes"]));
  const named = schemes.map(([name, scheme], index): [string, unknown] => {
    const description = descriptionWithFields(recordOf(scheme));
    if (description === undefined) return [name, scheme];
    const account = demo && index === 0 ? ` Demo account: \`${accountId}\` and \`${authToken}\`.` : "";
    return [name, { ...recordOf(scheme), description: `${description}${account}` }];
  });
  const welcome = demo
    ? `\n\n**Try it out:** press *Authorize* and sign in with the demo account, user name \`${accountId}\`, password \`${authToken}\` (it works on this machine only).`
    : "";
  return {
    ...contract,
    info: { ...recordOf(info), description: `${textOf(recordOf(info)["description"])}${welcome}` },
    components: { ...recordOf(components), securitySchemes: Object.fromEntries(named) },
  };
}

/**
 * Returns a Basic scheme's description and the names of its fields; undefined if the document does not
 * declare them: `x-sdk: { username: { name: accountId }, password: { name: authToken } }`.
 */
function descriptionWithFields(scheme: Readonly<Record<string, unknown>>): string | undefined {
  const names = recordOf(scheme["x-sdk"]);
  const [username, password] = [names["username"], names["password"]].map((field) => recordOf(field)["name"]);
  if (typeof username !== "string" || typeof password !== "string") return undefined;
  return `${textOf(scheme["description"])}\n\nUsername: \`${username}\`. Password: \`${password}\`.`;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
