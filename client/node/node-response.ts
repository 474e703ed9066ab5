// What undici.request answers, as a platform's `Response`. Its text, which most are read as, takes no web stream.
import { type Readable, Transform } from "node:stream";
import { text } from "node:stream/consumers";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import type { Dispatcher } from "undici";

/** RFC 9112, section 6.3; Fetch calls them null body statuses. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Bytes of an unwanted body that are read so that its connection can be used again, and how long that may take. */
const unwanted = { limit: 65_536, milliseconds: 1000 };

/** The response for an answer. Throws a RangeError for a status that none can have; its connection is ended. */
export function nodeResponse(answer: Dispatcher.ResponseData, method: string): Response {
  answer.body.on("error", () => undefined);
  try {
    const response: object = new NodeResponse(answer, method);
    if (response instanceof Response) return response;
    throw new TypeError("The platform's Response cannot be extended");
  } catch (error) {
    answer.body.destroy();
    throw error;
  }
}

/** The platform's class, its members hidden from the compiler: it takes them for properties, which no method could override. */
const PlatformResponse: new (body: null, init: ResponseInit) => object = Response;

/** A response whose body comes from a Node stream. */
class NodeResponse extends PlatformResponse {
  readonly #raw: Dispatcher.ResponseData["body"];
  readonly #decoded: Readable;
  readonly #empty: boolean;
  readonly #init: ResponseInit;
  #web: Response | undefined;
  #used = false;

  constructor(answer: Dispatcher.ResponseData, method: string) {
    const { statusCode: status, statusText, headers, body } = answer;
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
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- whoever calls it on the platform's response gets the platform's
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

  /** The same with a web stream, made when somebody wants more than the text. */
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
          if (begun || stream !== this.#raw) stream.destroy();
          else await dump(this.#raw);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** A field that came several times stays several: `Set-Cookie` cannot be joined. Without one, the record will do as it is. */
function fieldsOf(headers: Dispatcher.ResponseData["headers"]): NonNullable<ResponseInit["headers"]> {
  if (!Object.values(headers).some(Array.isArray)) return headers as Record<string, string>;
  return Object.entries(headers).flatMap(([name, value = []]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}

async function dump(body: Dispatcher.ResponseData["body"]): Promise<void> {
  const { limit, milliseconds } = unwanted;
  await body.dump({ limit, signal: AbortSignal.timeout(milliseconds) }).catch(() => undefined);
}

/** Undoes the content codings, the last one first (RFC 9110, section 8.4). A coding that is not known is left to the reader. */
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

/** RFC 9110, section 8.4.1.2, notes that some send `deflate` without the zlib wrapper; platforms read both, by the first byte. */
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

  /** RFC 1950, section 2.2: the method, which is 8, stands in the low four bits of the wrapper's first byte. */
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
