// Fills the variables of a server's URL. Bundled only for documents whose server has variables.
import { own } from "../own.ts";

/** The options that select a server. */
interface ServerOptions {
  readonly baseUrl?: string | undefined;
  readonly serverVariables?: object | undefined;
}

/** The default of a variable, followed by all allowed values; by none if any value is allowed. */
export type ServerVariable = readonly [standard: string, ...allowed: string[]];

/**
 * Returns the options with the URL for their `serverVariables` as the `baseUrl`.
 *
 * @throws {TypeError} for a value that is not allowed, for an unknown variable, and for variables beside
 *   `baseUrl`
 */
export function onServer<Options extends ServerOptions>(
  options: Options,
  template: string,
  variables: Readonly<Record<string, ServerVariable>>,
): Options {
  const { serverVariables, baseUrl } = options;
  if (serverVariables === undefined) return options;
  if (baseUrl !== undefined) throw new TypeError("serverVariables have no effect together with baseUrl");
  const given = Object.entries(serverVariables).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    const variable = own(variables, name);
    if (variable === undefined) throw new TypeError(`The server has no variable ${JSON.stringify(name)}`);
    const [, ...allowed] = variable;
    // A value without a list must not lead to another host: that would receive the credentials.
    const isAllowed =
      allowed.length > 0 ? allowed.includes(String(value)) : isPart(String(value), placeOf(template, name));
    if (!isAllowed) throw new TypeError(`${name} must be ${allowed.join(" or ") || "a part of a URL"}`);
  }
  const values: Readonly<Record<string, string>> = Object.fromEntries(
    given.map(([name, value]) => [name, String(value)]),
  );
  const url = template.replace(
    /\{([^{}]+)\}/g,
    (all, name: string) => own(values, name) ?? own(variables, name)?.[0] ?? all,
  );
  return { ...options, baseUrl: url };
}

/** Returns the part of the URL that contains a variable. */
function placeOf(template: string, name: string): "host" | "path" {
  const before = template.slice(0, template.indexOf(`{${name}}`)).replace(/^[^/]*\/\//, "");
  return before.includes("/") ? "path" : "host";
}

/** Whether a text can be part of a host (RFC 3986, section 3.2.2), or of a path without dot segments. */
function isPart(text: string, place: "host" | "path"): boolean {
  if (place === "host") return /^[\w~-]+(\.[\w~-]+)*$/.test(text);
  return /^[\w.~!$&'()*+,;=:@%/-]+$/.test(text) && !/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(text);
}
