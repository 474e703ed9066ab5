// Failing connections, and the outcomes that a client must have.
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
  { name: "a reset instead of a response", reactions: [reset, ok], requests: 2 },
  { name: "a connection closed instead of a response", reactions: [hangUp, hangUp, ok], requests: 3 },
  { name: "a reset for every attempt", reactions: [reset], want: connection, requests: 3 },
  { name: "a reset between head and body", reactions: [cutShort(200, "", "reset"), ok], requests: 2 },
  {
    name: "a reset in the middle of the body",
    reactions: [cutShort(200, text.slice(0, 20), "reset"), ok],
    requests: 2,
  },
  {
    name: "a body shorter than its Content-Length",
    reactions: [cutShort(200, text, "end"), ok],
    requests: 2,
  },
  {
    name: "a chunk whose size is not a number",
    reactions: [chunked("zz\r\n{}\r\n0\r\n\r\n"), ok],
    requests: 2,
  },
  { name: "chunks without the last one", reactions: [chunked("2\r\n{}\r\n"), ok], requests: 2 },
  {
    name: "JSON cut off in a body delimited by the end of the connection",
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
    name: "an endless response of another protocol",
    reactions: [bytes("SSH-2.0-OpenSSH_9.6\r\n")],
    want: connection,
    requests: 3,
  },
  {
    name: "a head that exceeds every limit",
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
    name: "a success declared as JSON that is not JSON",
    reactions: [answer(200, "<html>", { "Content-Type": "application/json" })],
    want: unexpected,
    requests: 3,
  },
  {
    name: "an informational response first",
    reactions: [
      bytes(
        `HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
      ),
    ],
    requests: 1,
  },
  {
    name: "a reset during a write without a key",
    reactions: [reset, okWrite],
    call: unkeyed,
    want: connection,
    requests: 1,
  },
  { name: "a reset during a write with a key", reactions: [reset, okWrite], call: write, requests: 2 },
  {
    name: "a write whose response is cut off",
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
  { name: "no response", reactions: [silence], want: timeout, requests: 1 },
  {
    name: "a head and a body that stalls",
    reactions: [cutShort(200, "{", "stall")],
    want: timeout,
    requests: 1,
  },
  {
    name: "an error's head and a body that stalls",
    reactions: [cutShort(404, "{", "stall")],
    want: timeout,
    requests: 1,
  },
  { name: "a body that drips", reactions: [dripping(20)], want: timeout, requests: 1 },
];
