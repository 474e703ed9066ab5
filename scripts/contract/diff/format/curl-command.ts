// A request witness as a line to paste into a shell.
import { printableJson, unseen } from "../../cli/printable.ts";
import { shellWord } from "../../cli/shell-word.ts";
import type { HttpBody, HttpRequest } from "../../exchange/http.ts";
import { credentialHeaders, isJsonBody, splitServer } from "./http-message.ts";
import { credentialQuery } from "./credential-query.ts";

/**
 * `curl …`, quoted for a POSIX shell; the origin of a relative server and the credentials are shell variables.
 * What cannot be seen is written by number, and so is whatever else `hidden` finds.
 */
export function curlCommand(request: HttpRequest, hidden: RegExp = unseen): string {
  const { server, target, headers, body } = request;
  const { origin, path } = splitServer(server);
  const address = encoded(`${path}${target}`, hidden);
  const secret = credentialQuery(request);
  const url = [
    origin === "" ? '"$BASE_URL"' : quoted(encoded(origin, hidden), hidden),
    quoted(address, hidden),
    ...secret.map((name, index) => {
      const sign = index === 0 && !address.includes("?") ? "?" : "&";
      return `${quoted(`${sign}${name}=`, hidden)}"$CREDENTIALS"`;
    }),
  ].join("");
  const words = [
    "curl",
    "-i",
    ...methodWords(request, hidden),
    // curl reads brackets and braces as ranges.
    ...(/[[\]{}]/.test(origin + address + secret.join("")) ? ["--globoff"] : []),
    // curl would take dot segments out of the path.
    ...(/\/\.\.?(?:[/?]|$)/.test(address) ? ["--path-as-is"] : []),
    url,
    ...headerWords(request, hidden),
  ];
  if (body === undefined) return words.join(" ");
  if (!headers.some(([name]) => name.toLowerCase() === "content-type")) {
    words.push("-H", quoted(`Content-Type: ${body.mediaType}`, hidden));
  }
  return withBody(words, body, hidden);
}

/** -X HEAD alone would wait for a body that never comes, and --head takes none along: HTTP/1.0 ends where the server ends. */
function methodWords({ method, body }: HttpRequest, hidden: RegExp): string[] {
  if (method !== "HEAD") return ["-X", quoted(method, hidden)];
  return body === undefined ? ["--head"] : ["-X", "HEAD", "--http1.0", "--ignore-content-length"];
}

function headerWords({ headers, credentials }: HttpRequest, hidden: RegExp): string[] {
  return [
    ...credentialHeaders(credentials).flatMap(([name, value]) => [
      "-H",
      `${quoted(`${name}: ${value.replace("$CREDENTIALS", "")}`, hidden)}"$CREDENTIALS"`,
    ]),
    // After -H, what begins with @ would name a file; no field name does (RFC 9110, section 5.1).
    ...headers
      .filter(([name]) => !name.startsWith("@"))
      .flatMap(([name, value]) => [
        "-H",
        // A field without a value ends with a semicolon (curl's manual, --header).
        quoted(value === "" ? `${name};` : `${name}: ${value}`, hidden),
      ]),
  ];
}

/** Not `--data`: a body that begins with @ would name a file. What no word can hold comes from printf, byte for byte. */
function withBody(words: readonly string[], body: HttpBody, hidden: RegExp): string {
  const text = isJsonBody(body) ? printableJson(body.text, hidden) : body.text;
  if (text.search(hidden) === -1) return [...words, "--data-raw", quoted(text, hidden)].join(" ");
  return `printf ${octal(text, hidden)} | ${[...words, "--data-binary", "@-"].join(" ")}`;
}

/** A word for a POSIX shell, bare when it needs no quotes. A header's or URL's odd characters come from printf. */
function quoted(word: string, hidden: RegExp): string {
  if (word.search(hidden) !== -1) {
    const parts = word.split(new RegExp(`((?:${hidden.source})+)`, hidden.flags));
    return parts
      .map((part, index) =>
        index % 2 === 1 ? `"$(printf ${octal(part, hidden)})"` : part && shellWord(part),
      )
      .join("");
  }
  return shellWord(word);
}

/** printf's format for a text. */
function octal(text: string, hidden: RegExp): string {
  const format = text
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%")
    // What begins with a dash could be taken for an option.
    .replace(/^-/, "\\055")
    .replace(hidden, (character) => (character === "\n" ? "\\n" : bytes(character)));
  return shellWord(format);
}

function bytes(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `\\${byte.toString(8).padStart(3, "0")}`,
  ).join("");
}

/** A part of a URL with the hidden characters percent-encoded. */
function encoded(text: string, hidden: RegExp): string {
  return text.replace(hidden, (character) =>
    Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    ).join(""),
  );
}
