// Converts a response of `undici.request` to the platform's `Response`. Reading it as text, the usual case,
// needs no web stream.
import { type Readable, Transform } from "node:stream";
import { text } from "node:stream/consumers";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import type { Dispatcher } from "undici";

/** Statuses without a body (RFC 9112, section 6.3); null body statuses in Fetch. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Limits for draining an unwanted body so that its connection can be reused: bytes, and milliseconds. */
const drainLimits = { limit: 65_536, milliseconds: 1000 };

/** Converts a response. Throws a RangeError for a status that is out of range, and closes its connection. */
export function nodeResponse(raw: Dispatcher.ResponseData, method: string): Response {
  // Without a listener, an error of a body that is not read would end the process.
  raw.body.on("error", () => undefined);
  try {
    const response: object = new NodeResponse(raw, method);
    if (response instanceof Response) return response;
    throw new TypeError("The platform's Response cannot be extended");
  } catch (error) {
    raw.body.destroy();
    throw error;
  }
}

/**
 * The platform's `Response`, declared without members: TypeScript's library declares some of them as
 * properties, which methods of a subclass must not override.
 */
const PlatformResponse: new (body: null, init: ResponseInit) => object = Response;

/** A response whose body is read from a Node stream. */
class NodeResponse extends PlatformResponse {
  readonly #raw: Dispatcher.ResponseData["body"];
  readonly #decoded: Readable;
  readonly #empty: boolean;
  readonly #init: ResponseInit;
  #web: Response | undefined;
  #used = false;

  constructor(raw: Dispatcher.ResponseData, method: string) {
    const { statusCode: status, statusText, headers, body } = raw;
    const init = { status, statusText, headers: fieldsOf(headers) };
    super(null, init);
    this.#init = init;
    this.#raw = body;
    this.#empty = method === "HEAD" || bodiless.has(status);
    this.#decoded = this.#empty ? body : decoded(body, headers["content-encoding"]);
    if (this.#empty) void dump(body);
  }

  async text(): Promise<string> {
    if (this.#empty) return "";
    if (this.#web !== undefined) return this.#web.text();
    if (this.#used) throw new TypeError("Body has already been read");
    this.#used = true;
    return this.#decoded === this.#raw ? this.#raw.text() : text(this.#decoded);
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#viaStream().arrayBuffer();
  }

  blob(): ReturnType<Response["blob"]> {
    return this.#viaStream().blob();
  }

  formData(): ReturnType<Response["formData"]> {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- delegates to the platform's own
    return this.#viaStream().formData();
  }

  clone(): Response {
    return this.#viaStream().clone();
  }

  get body(): Response["body"] {
    return this.#viaStream().body;
  }

  get bodyUsed(): boolean {
    return this.#used || this.#web?.bodyUsed === true;
  }

  /** Returns the same response with a web stream, created on the first use other than reading text. */
  #viaStream(): Response {
    if (this.#used) throw new TypeError("Body has already been read");
    this.#web ??= new Response(this.#empty ? null : this.#stream(), this.#init);
    return this.#web;
  }

  #stream(): ReadableStream<Uint8Array> {
    const stream = this.#decoded;
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    let begun = false;
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          begun = true;
          const chunk = await chunks.next();
          if (chunk.done === true) controller.close();
          else controller.enqueue(new Uint8Array(chunk.value));
        },
        cancel: async () => {
          // A body that was partly read is cut off; an unread one is drained, to reuse its connection.
          if (begun || stream !== this.#raw) stream.destroy();
          else await dump(this.#raw);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/**
 * Header fields for `Response`. A repeated field stays several fields: `Set-Cookie` cannot be joined. Without
 * repeated fields, the record is used as it is.
 */
function fieldsOf(headers: Dispatcher.ResponseData["headers"]): NonNullable<ResponseInit["headers"]> {
  if (!Object.values(headers).some(Array.isArray)) return headers as Record<string, string>;
  return Object.entries(headers).flatMap(([name, value = []]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}

async function dump(body: Dispatcher.ResponseData["body"]): Promise<void> {
  const { limit, milliseconds } = drainLimits;
  await body.dump({ limit, signal: AbortSignal.timeout(milliseconds) }).catch(() => undefined);
}

/**
 * Decodes the content codings, the last one first (RFC 9110, section 8.4). A body with an unknown
 * coding is not decoded.
 */
function decoded(body: Readable, field: string | string[] = ""): Readable {
  if (field === "") return body;
  const codings = String(field)
    .toLowerCase()
    .split(/\s*,\s*/);
  return codings.reduceRight<Readable>((stream, coding) => {
    const decoder = decoderOf(coding);
    if (decoder === undefined) return stream;
    stream.on("error", (error) => decoder.destroy(error));
    decoder.on("close", () => stream.destroy());
    return stream.pipe(decoder);
  }, body);
}

/**
 * Decodes `deflate` with and without the zlib wrapper, as platforms do: some servers omit it (RFC 9110,
 * section 8.4.1.2). The first byte decides.
 */
class EitherDeflate extends Transform {
  #decoder: Transform | undefined;

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#decoder ??= this.#decoderFor(chunk[0] ?? 0);
    this.#decoder.write(chunk, encoding, (error) => done(error));
  }

  override _flush(done: (error?: Error | null) => void): void {
    if (this.#decoder === undefined) {
      done();
      return;
    }
    this.#decoder.once("end", () => done());
    this.#decoder.end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#decoder?.destroy();
    done(error);
  }

  /** The low four bits of a zlib wrapper's first byte are the method, which is 8 (RFC 1950, section 2.2). */
  #decoderFor(first: number): Transform {
    const decoder = (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
    decoder.on("data", (piece: Buffer) => this.push(piece));
    decoder.on("error", (error) => this.destroy(error));
    return decoder;
  }
}

function decoderOf(coding: string): Transform | undefined {
  if (coding === "gzip" || coding === "x-gzip") return createGunzip();
  if (coding === "deflate") return new EitherDeflate();
  return coding === "br" ? createBrotliDecompress() : undefined;
}
