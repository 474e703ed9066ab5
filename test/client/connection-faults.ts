// Connections that fail those who use them, and what a client has to make of that.
import {
  answer,
  bytes,
  chunked,
  cutShort,
  dripping,
  hangUp,
  reset,
  silence,
  untilClose,
} from "./fault-server.ts";
import {
  connection,
  type Fault,
  ok,
  okWrite,
  pool,
  timeout,
  unexpected,
  unkeyed,
  write,
} from "./run-faults.ts";

const text = JSON.stringify(pool);

export const connectionFaults: readonly Fault[] = [
  { name: "a reset in place of an answer", reactions: [reset, ok], requests: 2 },
  { name: "a connection closed in place of an answer", reactions: [hangUp, hangUp, ok], requests: 3 },
  { name: "resets without end", reactions: [reset], want: connection, requests: 3 },
  { name: "a reset between head and body", reactions: [cutShort(200, "", "reset"), ok], requests: 2 },
  {
    name: "a reset in the middle of the body",
    reactions: [cutShort(200, text.slice(0, 20), "reset"), ok],
    requests: 2,
  },
  { name: "a body shorter than promised", reactions: [cutShort(200, text, "end"), ok], requests: 2 },
  { name: "a chunk whose size is no number", reactions: [chunked("zz\r\n{}\r\n0\r\n\r\n"), ok], requests: 2 },
  { name: "chunks without the last one", reactions: [chunked("2\r\n{}\r\n"), ok], requests: 2 },
  {
    name: "JSON cut off where only the connection's end delimits it",
    reactions: [untilClose(text.slice(0, 30)), ok],
    requests: 2,
  },
  {
    name: "compressed garbage",
    reactions: [chunked("4\r\nabcd\r\n0\r\n\r\n", "end", { "Content-Encoding": "gzip" }), ok],
    requests: 2,
  },
  { name: "bytes that are not HTTP", reactions: [bytes("\0\x01\x02 what?\r\n\r\n"), ok], requests: 2 },
  {
    name: "an answer of another protocol without end",
    reactions: [bytes("SSH-2.0-OpenSSH_9.6\r\n")],
    want: connection,
    requests: 3,
  },
  {
    name: "a head that is larger than any should be",
    reactions: [bytes(`HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`)],
    want: connection,
    requests: 3,
  },
  {
    name: "a success without a body",
    reactions: [answer(200, "", { "Content-Type": "application/json" })],
    want: unexpected,
    requests: 3,
  },
  {
    name: "a success that is not JSON after all",
    reactions: [answer(200, "<html>", { "Content-Type": "application/json" })],
    want: unexpected,
    requests: 3,
  },
  {
    name: "an informational answer first",
    reactions: [
      bytes(
        `HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
      ),
    ],
    requests: 1,
  },
  {
    name: "a reset under a write without a key",
    reactions: [reset, okWrite],
    call: unkeyed,
    want: connection,
    requests: 1,
  },
  { name: "a reset under a write with a key", reactions: [reset, okWrite], call: write, requests: 2 },
  {
    name: "a write whose answer is cut off",
    reactions: [cutShort(202, "{", "end"), okWrite],
    call: write,
    requests: 2,
  },
  {
    name: "400 whose body breaks off",
    reactions: [cutShort(400, "{", "end")],
    want: { status: 400 },
    requests: 1,
  },
  { name: "silence", reactions: [silence], want: timeout, requests: 1 },
  { name: "a head and then silence", reactions: [cutShort(200, "{", "stall")], want: timeout, requests: 1 },
  {
    name: "an error's head and then silence",
    reactions: [cutShort(404, "{", "stall")],
    want: timeout,
    requests: 1,
  },
  { name: "a body that drips", reactions: [dripping(20)], want: timeout, requests: 1 },
];
