// Stops the server when npm's shell has ended: `npm start` runs the server below a shell, and a signal to npm
// ends only that shell, so that the server would keep running.

/** Interval in milliseconds at which the parent process is checked. */
const lookEvery = 250;

/**
 * Calls `stop` once, if this process runs as npm's start script and the shell between the two has ended. Does
 * nothing on Windows, where a process keeps the parent's id.
 */
export function stopWithNpm(env: Readonly<Record<string, string | undefined>>, stop: () => void): void {
  if (env["npm_lifecycle_event"] !== "start") return;
  const shell = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(looking);
    stop();
  }, lookEvery);
  looking.unref();
}
