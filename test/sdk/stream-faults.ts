// Faulty streams, and the outcomes that a client must have: items, then an error or the end.
import { gzipSync } from "node:zlib";
import { answer, bytes, chunked, type Reaction, reset } from "../client/fault-server.ts";
import { connection, timeout, unexpected } from "../client/run-faults.ts";

export interface StreamFault {
  readonly name: string;
  /** The operation; `events`, a GET of server-sent events, by default. */
  readonly call?: "events" | "ended" | "asked" | "lines" | "sequence";
  readonly reactions: readonly Reaction[];
  /** The numbers of the items that are received. */
  readonly items: readonly number[];
  /** The expected error; if undefined, the stream ends. */
  readonly want?: { readonly name?: string; readonly status?: number; readonly message?: RegExp };
  /** `Last-Event-ID` of each request. */
  readonly requests: readonly (string | undefined)[];
  /** Milliseconds that a stream may be silent; long by default. */
  readonly silence?: number;
}

type Ending = "end" | "cut" | "reset" | "stall";

/** A stream of this text, which ends, is cut off without the last chunk, is reset, or stays open. */
export function stream(text: string | Buffer, ending: Ending = "end", type = "text/event-stream"): Reaction {
  const content = Buffer.from(text).toString("latin1");
  const chunk = content === "" ? "" : `${content.length.toString(16)}\r\n${content}\r\n`;
  const head = `HTTP/1.1 200 Said so\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  if (ending === "cut") return bytes(head + chunk, "end");
  return bytes(head + chunk + (ending === "end" ? "0\r\n\r\n" : ""), ending === "end" ? "stall" : ending);
}

export const event = (n: number, id?: number | string): string =>
  `${id === undefined ? "" : `id: ${id}\n`}data: {"n":${n}}\n\n`;
const jsonl = "application/jsonl";
const zipped = gzipSync(event(1) + event(2)).toString("latin1");
const zippedFields = { "Content-Type": "text/event-stream", "Content-Encoding": "gzip" };
const inOne = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
export const once: readonly undefined[] = [undefined];
export const brokeOff = (count: number) => ({
  ...connection,
  message: RegExp(`broke off after ${count} items`),
});
const wasSilent = (count: number) => ({ ...timeout, message: RegExp(`was silent after ${count} items`) });

export const streamFaults: readonly StreamFault[] = [
  {
    name: "a reset before the head, then a stream",
    reactions: [reset, stream(event(1))],
    items: [1],
    requests: [undefined, undefined],
  },
  {
    name: "503 before the stream",
    reactions: [answer(503, "", { "Retry-After": "0" }), stream(event(1))],
    items: [1],
    requests: [undefined, undefined],
  },
  {
    name: "503 for a stream of a write, without another request",
    call: "asked",
    reactions: [answer(503)],
    items: [],
    want: { status: 503 },
    requests: once,
  },
  {
    name: "a cut before the first byte",
    reactions: [stream("", "cut")],
    items: [],
    want: brokeOff(0),
    requests: once,
  },
  {
    name: "a cut in the middle of an event",
    reactions: [stream(`${event(1)}data: {"n":`, "cut")],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "a cut between two bytes of a character",
    reactions: [stream(Buffer.from(`${event(1)}data: "é`).subarray(0, -1), "cut")],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "an end in the middle of an event",
    reactions: [stream(`${event(1)}data: {"n":2}\n`)],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "an end in the middle of a line",
    call: "lines",
    reactions: [stream('{"n":1}\n{"n"', "end", jsonl)],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "a last line without its end",
    call: "lines",
    reactions: [stream('{"n":1}\n{"n":2}', "end", jsonl)],
    items: [1, 2],
    requests: once,
  },
  {
    name: "a text of a sequence that is cut off",
    call: "sequence",
    reactions: [stream('\x1e{"n":1}\n\x1e{"n":', "cut", "application/json-seq")],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "a reset between two events",
    call: "asked",
    reactions: [stream(event(1, 1), "reset")],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "silence before the first event",

    reactions: [stream("", "stall")],
    items: [],
    // On a busy machine the time ends before the head has come.
    want: { ...timeout, message: /was silent after 0 items|not done within/ },
    requests: once,
  },
  {
    name: "silence after an event",
    reactions: [stream(event(1), "stall")],
    silence: 60,
    items: [1],
    want: wasSilent(1),
    requests: once,
  },
  {
    name: "comments that keep a slow stream alive",
    reactions: [
      (socket, request) => {
        stream(event(1), "stall")(socket, request);
        const beat = setInterval(() => socket.write(inOne(":\n")), 100);
        socket.on("close", () => clearInterval(beat));
        setTimeout(() => {
          clearInterval(beat);
          socket.write(`${inOne(event(2))}0\r\n\r\n`);
        }, 1200);
      },
    ],
    silence: 1000,
    items: [1, 2],
    requests: once,
  },
  {
    name: "a login page instead of a stream",
    reactions: [answer(200, "<html>", { "Content-Type": "text/html" })],
    items: [],
    want: { ...unexpected, message: /200 with text\/html/ },
    requests: once,
  },
  {
    name: "JSON instead of a stream",
    reactions: [answer(200, { n: 1 })],
    items: [],
    want: { ...unexpected, message: /200 with application\/json/ },
    requests: once,
  },
  {
    name: "an event that is not JSON",
    reactions: [stream(`${event(1, 1)}data: {n}\n\n`)],
    items: [1],
    want: unexpected,
    requests: once,
  },
  {
    name: "a stream with gzip",
    reactions: [chunked(`${inOne(zipped)}0\r\n\r\n`, "end", zippedFields)],
    items: [1, 2],
    requests: once,
  },
  {
    name: "gzip that breaks off",
    reactions: [chunked(`${inOne(zipped.slice(0, 15))}0\r\n\r\n`, "end", zippedFields)],
    items: [],
    want: brokeOff(0),
    requests: once,
  },
  { name: "a byte order mark", reactions: [stream(`\uFEFF${event(1)}`)], items: [1], requests: once },
  {
    name: "carriage returns as line ends",
    reactions: [stream((event(1) + event(2)).replaceAll("\n", "\r"))],
    items: [1, 2],
    requests: once,
  },
  {
    name: "a sentinel, and what follows it",
    call: "ended",
    reactions: [stream(`${event(1)}data: [END]\n\n${event(2)}`, "stall")],
    items: [1],
    requests: once,
  },
  {
    name: "a sentinel that is missing",
    call: "ended",
    reactions: [stream(event(1))],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "a line of a megabyte",
    reactions: [stream(`data: {"n":1,"more":"${"x".repeat(1_000_000)}"}\n\n`)],
    items: [1],
    requests: once,
  },
];
