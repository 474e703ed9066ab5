// Locations are built from the configuration, and each of them can be requested.
import t from "tap";
import { basePath, Locations, urlOf } from "../../../server/ids/locations.ts";

t.test("a location consists of the root, the base path and the operation's path with its values", (t) => {
  const locations = new Locations("https://pools.example/api");
  t.equal(locations.of("listSenders", {}), `https://pools.example/api${basePath}/Senders`);
  t.equal(
    locations.of("removeSenderPoolSender", { senderPoolId: "a/b", senderId: "c d" }),
    `https://pools.example/api${basePath}/SenderPools/a%2Fb/Senders/c%20d`,
  );
  locations.movedTo("http://127.0.0.1:1");
  t.equal(locations.of("fetchSender", { senderId: "x" }), `http://127.0.0.1:1${basePath}/Senders/x`);
  t.end();
});

t.test("the URL of an IPv6 address has brackets", (t) => {
  t.equal(urlOf("::1", 80), "http://[::1]:80");
  t.equal(urlOf("127.0.0.1", 80), "http://127.0.0.1:80");
  t.end();
});
