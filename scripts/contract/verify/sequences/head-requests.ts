// Sequence: HEAD responds like GET, without the body (RFC 9110, section 9.3.2).
import type { ModelledOperation } from "../run/document-model.ts";
import { call } from "../run/call.ts";
import { isDone } from "../run/response-json.ts";
import type { RunContext } from "../run/run-context.ts";
import { fieldOf } from "../send/sender.ts";
import { report, statusText } from "./sequence.ts";

export async function headRequest(context: RunContext, { operation }: ModelledOperation): Promise<void> {
  const get = await call(context, operation, "GET");
  if (get === undefined || !isDone(get.response)) return;
  const request = { ...get.request, method: "HEAD" };
  const head = await context.send(operation, request, "HEAD");
  if (head.response === undefined) return;
  const type = (sent: typeof head): string | undefined =>
    sent.response === undefined ? undefined : fieldOf(sent.response, "content-type");
  const wrong =
    head.response.status !== get.response.status
      ? { expected: String(get.response.status), got: statusText(head) }
      : head.response.body.length > 0
        ? { expected: "no body", got: `${head.response.body.length} bytes` }
        : type(head) !== type(get)
          ? { expected: type(get) ?? "no media type", got: type(head) ?? "no media type" }
          : undefined;
  if (wrong !== undefined)
    report(context, operation, { check: "head-differs", place: "HEAD", ...wrong }, [get, head]);
}
