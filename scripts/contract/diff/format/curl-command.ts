// Prints a request witness as a shell command.
import { printableJson, unprinted } from "../../cli/printable.ts";
import { shellWord } from "../../cli/shell-word.ts";
import type { HttpBody, HttpRequest } from "../../exchange/http.ts";
import { credentialHeaders, isJsonBody, splitServer } from "./http-message.ts";
import { credentialQuery } from "./credential-query.ts";

/**
 * Returns `curl …`, quoted for a POSIX shell; the origin of a relative server and the credentials are shell
 * variables. Invisible characters and commands to runners are escaped by number: what `hidden` matches.
 */
export function curlCommand(request: HttpRequest, hidden: RegExp = unprinted): string {
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
    // curl would remove dot segments from the path.
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

/**
 * Returns the options for the method. -X HEAD alone would wait for a body that never comes, and --head sends
 * none: with HTTP/1.0 the response ends when the server closes.
 */
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
    // After -H, a text that begins with @ would be a file name; no field name begins so (RFC 9110, section
    // 5.1).
    ...headers
      .filter(([name]) => !name.startsWith("@"))
      .flatMap(([name, value]) => [
        "-H",
        // A field without a value ends with a semicolon (curl's manual, --header).
        quoted(value === "" ? `${name};` : `${name}: ${value}`, hidden),
      ]),
  ];
}

/**
 * Adds the body. Not with `--data`: a body that begins with @ would be a file name. Bytes that no shell word
 * can hold come from printf.
 */
function withBody(words: readonly string[], body: HttpBody, hidden: RegExp): string {
  const piped = [...words, "--data-binary", "@-"].join(" ");
  if (body.bytes !== undefined) return `printf ${octalBytes(body.bytes)} | ${piped}`;
  const text = isJsonBody(body) ? printableJson(body.text, hidden) : body.text;
  if (text.search(hidden) === -1) return [...words, "--data-raw", quoted(text, hidden)].join(" ");
  return `printf ${octal(text, hidden)} | ${piped}`;
}

/**
 * Returns a word for a POSIX shell, unquoted if possible. Special characters of a header or URL come from
 * printf.
 */
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

/** Returns printf's format for bytes that are no text. */
function octalBytes(bytes: Uint8Array): string {
  const format = Array.from(bytes, (byte) => {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x25 && byte !== 0x5c;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return shellWord(format.join("").replace(/^-/, "\\055"));
}

/** Returns printf's format for a text. */
function octal(text: string, hidden: RegExp): string {
  const format = text
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%")
    // A leading dash could be read as an option.
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

/** Returns a part of a URL with the hidden characters percent-encoded. */
function encoded(text: string, hidden: RegExp): string {
  return text.replace(hidden, (character) =>
    Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    ).join(""),
  );
}
