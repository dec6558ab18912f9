/** Chooses between what an adapter reads and what a page says of itself in JSON-LD. */
import { containersIn, type Found, readContainer, type Site } from './extract.ts';
import { findJobPostings } from './jsonld.ts';

/** JSON-LD postings of the page, read again only when something about them changed. */
export class Postings {
  #signature = '';
  #byContainer = new Map<Element, Found>();

  get containers(): Element[] {
    return [...this.#byContainer.keys()];
  }

  at(container: Element): Found | undefined {
    return this.#byContainer.get(container);
  }

  /** A posting whose advertisement the adapter reads from the page itself is left out. */
  refresh(document: Document, { adapter, shapes, ...site }: Site): void {
    const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')];
    const lengths = scripts.map((script) => script.textContent.length);
    const signature = `${site.location.href}\n${document.title}\n${lengths}`;
    const isStanding = this.containers.every((container) => container.isConnected);
    if (signature === this.#signature && isStanding && this.#byContainer.size > 0) return;
    this.#signature = signature;

    const found = findJobPostings(document, site.location, adapter.id);
    const details = shapes.filter(({ source }) => source.kind === 'detail');
    const detailSite: Site = {
      ...site,
      adapter,
      shapes: details,
      containers: details.flatMap(({ containers }) => containers).join(','),
    };
    const isReadByAdapter =
      found.length > 0 &&
      containersIn(document, detailSite).some((container) => readContainer(container, detailSite));
    this.#byContainer = new Map(
      isReadByAdapter ? [] : found.map((one) => [one.container, one] as const),
    );
  }
}
