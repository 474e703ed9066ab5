// Decodes the content of a response (RFC 9110, section 8.4): `fetch` returns it decoded with the field that
// names its coding, a server in this process as it is sent.
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

const decoders: Readonly<Record<string, typeof gunzipSync>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Header fields and body of a response. */
interface Content {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/**
 * Returns a response without content coding; unchanged if its coding is unknown.
 *
 * @param most  maximum length of the decoded body in bytes
 */
export function decodedContent({ headers, body }: Content, most: number): Content {
  const coding = headers
    .find(([name]) => name.toLowerCase() === "content-encoding")?.[1]
    .trim()
    .toLowerCase();
  const decode = coding !== undefined && Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (decode === undefined) return { headers, body };
  const rest = headers.filter(([name]) => !described.has(name.toLowerCase()));
  return { headers: rest, body: decodedBy(decode, body, most) };
}

/** Fields that describe the encoded content. */
const described = new Set(["content-encoding", "content-length"]);

function decodedBy(decode: typeof gunzipSync, body: Buffer, most: number): Buffer {
  try {
    return decode(body, { maxOutputLength: most });
  } catch {
    return body;
  }
}
