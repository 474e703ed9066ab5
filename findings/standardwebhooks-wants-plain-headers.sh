#!/usr/bin/env bash
# standardwebhooks 1.1.1: `verify` reads the header fields of a plain object only. A `Headers` of a Fetch request, which holds all three
# fields, is *Missing required headers*; a list, which Node's `headersDistinct` gives for every field, is a TypeError and no
# WebhookVerificationError. What it returns is `JSON.parse` of the payload: of two equal names the last, integers beyond 2^53 rounded.
#
# Why it matters: in a Fetch handler (Workers, Deno, Bun, Next) `webhook.verify(text, request.headers)` compiles in JavaScript and rejects
# every delivery; the sender then retries for days. `Object.fromEntries(request.headers)` is what it takes. Verify first, and read the JSON
# with a reader of one's own.
# Seen: the outcome for the same valid signature, by kind of header object, and what is returned.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund standardwebhooks@1.1.1 >/dev/null
cat > run.mjs <<'JS'
import { Webhook } from "standardwebhooks";
const webhook = new Webhook(`whsec_${Buffer.from("for this test alone: thirty-two b").toString("base64")}`);
const now = new Date();
const payload = '{"id":9007199254740993,"id":9007199254740993,"kind":"made"}';
const fields = {
  "webhook-id": "msg_1",
  "webhook-timestamp": String(Math.floor(now / 1000)),
  "webhook-signature": webhook.sign("msg_1", now, payload),
};
const kinds = {
  "plain object": fields,
  Headers: new Headers(fields),
  "object of a Headers": Object.fromEntries(new Headers(fields)),
  lists: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
};
for (const [kind, headers] of Object.entries(kinds)) {
  try {
    console.log(`${kind}: ${JSON.stringify(webhook.verify(payload, headers))}`);
  } catch (error) {
    console.log(`${kind}: ${error.constructor.name}: ${error.message}`);
  }
}
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
plain object: {"id":9007199254740992,"kind":"made"}
Headers: WebhookVerificationError: Missing required headers
object of a Headers: {"id":9007199254740992,"kind":"made"}
lists: TypeError: msgSignature.split is not a function
SEEN
) seen
