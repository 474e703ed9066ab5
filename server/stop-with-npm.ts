// `npm start` runs the server below a shell, and a signal to npm ends that shell only: the server would stay, without anybody to stop it.

/** How often the parent is looked at (milliseconds). */
const lookEvery = 250;

/**
 * Calls `stop` once, when this process runs as npm's start script and the shell between the two has ended. It does nothing on
 * Windows, where a process keeps the parent's id.
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
