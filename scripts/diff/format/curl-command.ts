// A request witness as a line to paste into a shell.
import type { HttpRequest } from "../exchange/http.ts";
import { credentialHeaders, splitServer } from "./http-message.ts";

/** `curl …`, quoted for a POSIX shell; the origin of a relative server and the credentials are shell variables. */
export function curlCommand({ method, server, target, headers, credentials, body }: HttpRequest): string {
  const { origin, path } = splitServer(server);
  const rest = quoted(`${path}${target}`);
  const words = [
    "curl",
    "-i",
    "-X",
    quoted(method),
    origin === "" ? `"$BASE_URL"${rest}` : quoted(origin) + rest,
  ];
  for (const [name, value] of credentialHeaders(credentials)) {
    words.push("-H", quoted(`${name}: ${value.replace("$CREDENTIALS", "")}`) + '"$CREDENTIALS"');
  }
  for (const [name, value] of headers)
    words.push("-H", quoted(value === "" ? `${name};` : `${name}: ${value}`));
  if (body) {
    if (!headers.some(([name]) => name.toLowerCase() === "content-type")) {
      words.push("-H", quoted(`Content-Type: ${body.mediaType}`));
    }
    // Not --data: a body that begins with @ would name a file.
    words.push("--data-raw", quoted(body.text));
  }
  return words.join(" ");
}

/** A word for a POSIX shell, bare when it needs no quotes. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
