// How much work something was, by the processor's clock: a busy machine does not change that, a loop over all pairs does.

/** Milliseconds that this process has kept a processor busy so far. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
