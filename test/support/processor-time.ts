// Measures work by processor time, which a busy machine does not change, in contrast to quadratic loops.
//
// @own-process: other files' garbage is collected in the same processor time.

/** Returns the processor time of this process so far, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
