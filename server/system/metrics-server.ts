// Serves `/metrics` on an address of its own, for operators who keep it away from the API's clients.
import { createServer, type Server } from "node:http";
import { urlOf } from "../ids/locations.ts";
import type { Metrics } from "./metrics.ts";
import type { Address } from "../settings/settings.ts";

/** Path of the metrics, on either listener. */
export const metricsPath = "/metrics";

/** https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details */
export const metricsMediaType = "text/plain; version=0.0.4; charset=utf-8";

/** A listener that serves only the metrics. */
export class MetricsServer {
  readonly #server: Server;

  constructor(metrics: Metrics) {
    this.#server = createServer(({ method = "", url = "" }, response) => {
      const isRead = method === "GET" || method === "HEAD";
      const found = url.split("?")[0] === metricsPath;
      if (!found) response.writeHead(404).end();
      else if (!isRead) response.writeHead(405, { Allow: "GET, HEAD" }).end();
      else response.writeHead(200, { "Content-Type": metricsMediaType }).end(metrics.render());
    });
  }

  /** Starts to listen and resolves with the URL. Rejects as Node does, with EADDRINUSE for a port in use. */
  listen({ host, port }: Address): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, () => {
        const address = this.#server.address();
        const bound = typeof address === "object" && address !== null ? address.port : port;
        resolve(`${urlOf(host, bound)}${metricsPath}`);
      });
    });
  }

  /** Stops listening; resolves once it has stopped, immediately if it never listened. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
