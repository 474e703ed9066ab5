// Makes a finding of what a confirmation came to.
import type { Confirmation } from "./confirm-exchange.ts";
import type { Draft } from "./draft.ts";

/** A break when there is a witness, nothing when the receiver accepts; an exchange that cannot be confirmed is a doubt. */
export function claimedDraft(made: Omit<Draft, "verdict">, confirmed: Confirmation): Draft[] {
  if (confirmed.kind === "accepted") return [];
  if (confirmed.kind === "witness") {
    const { witness, reason } = confirmed;
    return [{ ...made, verdict: "breaking", witness, ...(reason === undefined ? {} : { reason }) }];
  }
  return [{ ...made, verdict: "undecided", reason: unconfirmed(confirmed.errors) }];
}

/** Why an exchange that should show a break shows none. */
export function unconfirmed(errors: readonly string[]): string {
  return `an example was found and could not be confirmed: ${errors.join("; ")}`;
}
