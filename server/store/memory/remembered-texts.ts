// Cached representations of rows in memory, each created on first use.
import type {
  RepresentedPage,
  Representations,
  StoredPage,
  StoredSender,
  StoredSenderPool,
} from "../items.ts";

/** Representations by row object: a change creates a new object, so no entry goes stale. */
export class RememberedTexts {
  readonly #texts = new WeakMap<object, string>();
  readonly #representations: Representations;

  constructor(representations: Representations) {
    this.#representations = representations;
  }

  readonly senderPool = (pool: StoredSenderPool): string => {
    const known = this.#texts.get(pool);
    if (known !== undefined) return known;
    const text = this.#representations.senderPool(pool);
    this.#texts.set(pool, text);
    return text;
  };

  readonly sender = (sender: StoredSender): string => {
    const known = this.#texts.get(sender);
    if (known !== undefined) return known;
    const text = this.#representations.sender(sender);
    this.#texts.set(sender, text);
    return text;
  };

  poolPage(page: StoredPage<StoredSenderPool>): RepresentedPage {
    return pageOf(page, this.senderPool);
  }

  senderPage(page: StoredPage<StoredSender>): RepresentedPage {
    return pageOf(page, this.sender);
  }
}

function pageOf<Item extends { readonly id: string }>(
  { items, more }: StoredPage<Item>,
  textOf: (item: Item) => string,
): RepresentedPage {
  return { text: items.map(textOf).join(","), last: items.at(-1)?.id ?? null, more };
}
