// How work progresses that continues after its response.

/**
 * `look`: work is done after the configured number of reads; `immediate`: before its response is sent;
 * `manual`: when it is finished explicitly; a number: that many milliseconds after its start.
 */
export type Pace = "look" | "immediate" | "manual" | number;

/** Whether work that is controlled by time and began at `began` is done. */
export function isDone(pace: "immediate" | number, began: number, now: number): boolean {
  return pace === "immediate" || now - began >= pace;
}
