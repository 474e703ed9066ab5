// Faulty streams whose events have ids, and what a client does to continue them.
import { answer, bytes, hangUp } from "../client/fault-server.ts";
import { brokeOff, event, once, stream, type StreamFault } from "./stream-faults.ts";

export const reconnectFaults: readonly StreamFault[] = [
  {
    name: "a cut after an id",
    reactions: [stream(event(1, 7), "cut"), stream(event(2, 8))],
    items: [1, 2],
    requests: [undefined, "7"],
  },
  {
    name: "silence after an id",
    reactions: [stream(`retry: 1\n${event(1, 7)}`, "stall"), stream(event(2))],
    silence: 60,
    items: [1, 2],
    requests: [undefined, "7"],
  },
  {
    name: "a cut after an id, in a stream of a write",
    call: "asked",
    reactions: [stream(event(1, 7), "cut"), stream(event(2))],
    items: [1],
    want: brokeOff(1),
    requests: once,
  },
  {
    name: "a second cut, after an event without an id of its own",
    reactions: [stream(event(1, 7), "cut"), stream(event(2), "cut"), stream(event(3))],
    items: [1, 2, 3],
    requests: [undefined, "7", "7"],
  },
  {
    name: "an id that came without data",
    reactions: [stream(`${event(1, 7)}id: 8\n\n`, "cut"), stream(event(2))],
    items: [1, 2],
    requests: [undefined, "8"],
  },
  {
    name: "an id whose event was cut off",
    reactions: [stream(`${event(1, 7)}id: 8\ndata: {"n"`, "cut"), stream(event(2))],
    items: [1, 2],
    requests: [undefined, "7"],
  },
  {
    name: "an id that is not ASCII",
    reactions: [stream(event(1, "é€"), "cut"), stream(event(2))],
    items: [1, 2],
    requests: [undefined, "Ã©â\x82¬"],
  },
  {
    name: "connections closed while the stream reconnects",
    reactions: [stream(event(1, 7), "cut"), hangUp, hangUp, stream(event(2))],
    items: [1, 2],
    requests: [undefined, "7", "7", "7"],
  },
  {
    name: "503 while the stream reconnects, then a stream",
    reactions: [stream(event(1, 7), "cut"), answer(503, "", { "Retry-After": "0" }), stream(event(2))],
    items: [1, 2],
    requests: [undefined, "7", "7"],
  },
  {
    name: "503 for every attempt to reconnect",
    reactions: [stream(event(1, 7), "cut"), answer(503)],
    items: [1],
    want: { status: 503 },
    requests: [undefined, "7", "7", "7"],
  },
  {
    name: "204 while the stream reconnects",
    reactions: [stream(event(1, 7), "cut"), bytes("HTTP/1.1 204 No Content\r\n\r\n", "stall")],
    items: [1],
    requests: [undefined, "7"],
  },
  {
    name: "streams that bring nothing after reconnecting",
    reactions: [stream(event(1, 7), "cut"), stream("", "cut")],
    items: [1],
    want: brokeOff(1),
    requests: [undefined, "7", "7"],
  },
  {
    name: "a cut, and a retry beyond every patience of this test",
    reactions: [stream(`retry: 1e9\nretry: 2\n${event(1, 7)}`, "cut"), stream(event(2))],
    items: [1, 2],
    requests: [undefined, "7"],
  },
];
