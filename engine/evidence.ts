import type { ListedParty, Quote } from '#schema/verdict.ts';

/** Most quotes kept for one signal: enough to show it, and bounded on a hostile page. */
const MAX_QUOTES = 8;

/** What was seen of one signal. */
export type Seen = {
  readonly quotes: Quote[];
};

/** The signals seen in one post, each with its quotes; a signal counts once. */
export class Evidence {
  readonly seen = new Map<string, Seen>();
  /** Listed parties that the post names, each once. */
  readonly listed: ListedParty[] = [];

  /** Notes a sighting; quotes that overlap an earlier one of the same signal are joined to it. */
  add(signal: string, quote: Quote): void {
    const known = this.seen.get(signal);
    if (!known) {
      this.seen.set(signal, { quotes: [quote] });
      return;
    }
    const twin = known.quotes.findIndex((other) => overlaps(other, quote));
    if (twin < 0) {
      if (known.quotes.length < MAX_QUOTES) known.quotes.push(quote);
    } else if (length(quote) > length(known.quotes[twin]!)) known.quotes[twin] = quote;
  }

  /** Notes a sighting whose quotes are looked for when somebody asks: most texts are shown to nobody. */
  addLater(signal: string, find: () => Quote[]): void {
    let quotes: Quote[] | undefined;
    this.seen.set(signal, {
      get quotes() {
        quotes ??= find().slice(0, MAX_QUOTES);
        return quotes;
      },
    });
  }

  /** Notes a listed party; each is named once, where it stands first. */
  addListed(party: ListedParty): void {
    const isKnown = this.listed.some(
      ({ type, value }) => type === party.type && value === party.value,
    );
    if (!isKnown && this.listed.length < MAX_QUOTES) this.listed.push(party);
  }

  has(signal: string): boolean {
    return this.seen.has(signal);
  }
}

const length = (quote: Quote): number => quote.end - quote.start;

function overlaps(a: Quote, b: Quote): boolean {
  return a.field === b.field && a.index === b.index && a.start < b.end && b.start < a.end;
}
