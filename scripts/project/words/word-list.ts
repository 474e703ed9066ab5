// The house's old words and the field's terms (RFC 9110, RFC 9457, JSON Schema, OpenAPI) that replace them.

/** One word that user-visible text must not contain. */
export interface HouseWord {
  readonly house: RegExp;
  /** The replacement. */
  readonly field: string;
}

/**
 * The words: each is matched against every user-visible text, ignoring case.
 *
 * @example { house: /\banswer\b/, field: "response; responds" }
 */
export const houseWords: readonly HouseWord[] = [
  { house: /\banswer(s|ed|ing)?\b/, field: "response; responds" },
  { house: /\brefus(e|es|ed|al|als|ing)\b/, field: "reject; error, problem" },
  { house: /(?<!\bin )\bplaces?\b(?! of the\b)/, field: "location; target" },
  { house: /\bin place of\b/, field: "instead of" },
  { house: /(?<!\bmay be |\bcan be )\b(is|are) repeated\b/, field: "is retried" },
  { house: /\b(held|holds?) (\w+ ){0,3}against\b/, field: "validated against" },
  { house: /\bwho(ever|mever)\b/, field: "client, caller, user" },
  { house: /\b(some|no|every)body\b/, field: "a client, a user; no client" },
  { house: /\b(told|tells?) (of|more|apart|them)\b/, field: "declared, reported; distinguishes" },
  {
    house: /\b(says|said|say) (nothing(?! about)|otherwise|so|it|how|what|that|which|where|who|why)\b/,
    field: "declares, reports",
  },
  { house: /\b(ask|asks|asked|asking) for\b/, field: "requires, requests" },
  { house: /\bbreaks? the contract\b/, field: "violates the contract" },
  { house: /\bhouse rules?\b/, field: "lint rules" },
  { house: /\bmend(s|ed|ing)?\b/, field: "fix" },
  { house: /\bwhat is (there|sent)\b/, field: "the stored value; the request" },
  {
    house: /(?<!\bthere )\b(is|are) no (?!(longer|larger|wider|more|less|better|worse)\b)/,
    field: "is not a",
  },
  { house: /\bthat is (one|none)(?= *[:.,;]|$)\b/, field: "a valid value; text that is not …" },
  { house: /\bgave (no|what)\b/, field: "returned" },
  { house: /\bfirst that fits\b/, field: "first that matches" },
  { house: /\bbeside\b/, field: "next to; together with; in addition to" },
  { house: /\ball is well\b/, field: "is not checked" },
];
