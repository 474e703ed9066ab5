// Plugins that many applications use, beside the generated one: they see its operations, and follow the
// document.
import cors from "@fastify/cors";
import otel from "@fastify/otel";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import { SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { fastify } from "fastify";
import t from "tap";
import { notesDocument, notesServer, pluginOptions } from "./notes-application.ts";

const folder = t.testdir({ "openapi.json": JSON.stringify(notesDocument) });
const { operationsPlugin, serverOptions } = await notesServer(folder);
const key = { "x-key": "good" };

t.test("@fastify/rate-limit counts by operation, and its 429 is a problem document", async (t) => {
  const app = fastify({ ...serverOptions });
  t.teardown(() => app.close());
  await app.register(rateLimit, {
    max: ({ routeOptions }) => (routeOptions.config.operationId === "touchNote" ? 1 : 100),
    keyGenerator: ({ ip, routeOptions }) => `${ip} ${routeOptions.config.operationId ?? ""}`,
  });
  await app.register(operationsPlugin, pluginOptions());
  const touch = (url: string) => app.inject({ method: "POST", url, headers: key });
  t.match(await touch("/v1/notes/1"), { statusCode: 204, headers: { "x-ratelimit-limit": "1" } });
  const limited = await touch("/v1/notes/2");
  t.match(limited, { statusCode: 429, headers: { "retry-after": String } });
  t.equal(limited.headers["content-type"], "application/problem+json");
  t.match(limited.json(), { status: 429, title: "Too Many Requests", detail: /Rate limit exceeded/ });
  t.equal((await touch("/v1/notes/1:pin")).statusCode, 204, "another operation has a limit of its own");
});

t.test(
  "@fastify/cors responds to preflights, and adds its headers to successes and errors alike",
  async (t) => {
    const app = fastify({ ...serverOptions });
    t.teardown(() => app.close());
    await app.register(cors, { origin: "https://app.example.com", exposedHeaders: ["ETag"] });
    await app.register(operationsPlugin, pluginOptions());
    const origin = "https://app.example.com";
    const preflight = await app.inject({
      method: "OPTIONS",
      url: "/v1/notes/1",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "x-key" },
    });
    t.match(preflight, { statusCode: 204, headers: { "access-control-allow-origin": origin } });
    t.match(preflight.headers["access-control-allow-headers"], /x-key/);
    for (const [headers, statusCode] of [
      [{ origin, ...key }, 204],
      [{ origin }, 401],
    ] as const) {
      const answer = await app.inject({ method: "POST", url: "/v1/notes/1", headers });
      t.match(answer, { statusCode, headers: { "access-control-allow-origin": origin } });
    }
  },
);

t.test("@fastify/under-pressure rejects requests with a problem document", async (t) => {
  const app = fastify({ ...serverOptions });
  t.teardown(() => app.close());
  let isHealthy = true;
  await app.register(underPressure, {
    healthCheck: () => Promise.resolve(isHealthy),
    healthCheckInterval: 1,
    exposeStatusRoute: "/status",
  });
  await app.register(operationsPlugin, pluginOptions());
  const touch = () => app.inject({ method: "POST", url: "/v1/notes/1", headers: key });
  t.equal((await touch()).statusCode, 204);
  t.equal((await app.inject("/status")).statusCode, 200, "the plugin's own route is served as ever");
  isHealthy = false;
  let answer = await touch();
  while (answer.statusCode === 204) {
    await new Promise((done) => setImmediate(done));
    answer = await touch();
  }
  t.match(answer, { statusCode: 503, headers: { "retry-after": String } });
  t.match(answer.json(), { status: 503, title: "Service Unavailable" });
});

t.test("@fastify/otel creates one span for each request, named by its operation", async (t) => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const instrumentation = new otel.FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    requestHook: (span, { routeOptions }) => {
      if (routeOptions.config.operationId !== undefined) span.updateName(routeOptions.config.operationId);
    },
  });
  instrumentation.setTracerProvider(provider);
  const app = fastify({ ...serverOptions });
  t.teardown(async () => {
    await app.close();
    await provider.shutdown();
  });
  await app.register(instrumentation.plugin());
  const broken = () => {
    throw new Error("lost");
  };
  await app.register(
    operationsPlugin,
    pluginOptions({ createNote: broken, listNotes: () => ({ status: 200, body: [] }) }),
  );
  const payload = { text: "a" };
  const requests = [
    { request: { method: "POST", url: "/v1/notes/1" }, want: ["touchNote", 204] },
    { request: { method: "POST", url: "/v1/notes/1:pin" }, want: ["pinNote", 204] },
    { request: { method: "POST", url: "/v1/notes?dry=1", payload }, want: ["createNote", 400] },
    { request: { method: "POST", url: "/v1/notes?dry=true", payload }, want: ["createNote", 500] },
    { request: { method: "HEAD", url: "/v1/notes" }, want: ["listNotes", 200] },
  ] as const;
  for (const { request } of requests) await app.inject({ ...request, headers: key });
  await app.inject({ method: "POST", url: "/v1/notes/1" });
  const spans = exporter.getFinishedSpans();
  t.same(
    spans.map(({ name, attributes }) => [name, attributes["http.response.status_code"]]),
    [...requests.map(({ want }) => want), ["touchNote", 401]],
  );
  t.equal(spans[3]?.status.code, SpanStatusCode.ERROR);
});
