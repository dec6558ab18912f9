/**
 * Advertisements that a page describes as schema.org `JobPosting` in JSON-LD. Whatever the page
 * writes there is taken as "text, list or object": sites change a type without a word.
 */
import { MAX_FIELD, MAX_TEXT } from '#schema/limits.ts';
import type { Post } from '#schema/post.ts';
import type { Found } from './extract.ts';
import { keyOf } from './key.ts';
import { linksOf, resolveLink } from './links.ts';
import { readText } from './text.ts';

/** Of all scripts together: parsing this much JSON and HTML takes some ten milliseconds. */
const MAX_JSON = 400_000;
const MAX_VISITED = 5_000;
const MAX_POSTINGS = 20;
const MAX_HEADINGS = 100;

type Json = Record<string, unknown>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The first text in a value that should be one. */
function textIn(value: unknown, ...names: string[]): string {
  for (const one of listOf(value)) {
    if (typeof one === 'string' && one.trim() !== '') return one.trim();
    if (typeof one === 'number') return String(one);
    if (!isObject(one)) continue;
    for (const name of names) {
      const inner: string = textIn(one[name]);
      if (inner) return inner;
    }
  }
  return '';
}

function parse(text: string): unknown {
  // Bare line ends inside strings and comment marks around the whole are common and harmless.
  const repaired = () => text.replace(/\p{Cc}+/gu, ' ').replace(/^\s*<!--|-->\s*$/g, '');
  for (const attempt of [() => text, repaired])
    try {
      return JSON.parse(attempt());
    } catch {}
  return undefined;
}

/** All `JobPosting` objects of a document, however deep in lists and graphs. */
function postingsIn(document: Document): Json[] {
  const postings: Json[] = [];
  let visited = 0;
  let jsonLeft = MAX_JSON;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const json = script.textContent;
    jsonLeft -= json.length;
    if (jsonLeft < 0) break;
    const queue: unknown[] = [parse(json)];
    for (let at = 0; at < queue.length && visited < MAX_VISITED; at++, visited++) {
      const value = queue[at];
      if (Array.isArray(value)) queue.push(...value.slice(0, MAX_VISITED));
      if (!isObject(value) || Array.isArray(value)) continue;
      if (listOf(value['@type']).includes('JobPosting')) postings.push(value);
      else queue.push(value['@graph'], value.itemListElement, value.item, value.mainEntity);
      if (postings.length === MAX_POSTINGS) return postings;
    }
  }
  return postings;
}

/** HTML, plain or escaped once more, as an inert document: nothing in it loads or runs. */
function inert(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html.slice(0, 2 * MAX_TEXT), 'text/html');
  const text = body.textContent;
  const isEscaped =
    body.childElementCount === 0 && /<(?:p|br|div|ul|li|b|strong|h\d)\b/i.test(text);
  return isEscaped ? new DOMParser().parseFromString(text, 'text/html').body : body;
}

const plain = (html: string, limit = MAX_FIELD) => readText([inert(html)], '', limit);
const field = (html: string) => plain(html).text.replaceAll('\n', ' ');

function payOf(posting: Json): string {
  const [salary] = listOf(posting.baseSalary ?? posting.estimatedSalary);
  if (!isObject(salary)) return textIn(salary);
  const [value] = listOf(salary.value);
  const amounts = isObject(value)
    ? [textIn(value.minValue), textIn(value.maxValue)].filter(Boolean).join(' - ') ||
      textIn(value.value)
    : textIn(value);
  if (amounts === '') return '';
  const unit = textIn(isObject(value) ? value.unitText : undefined) || textIn(salary.unitText);
  const per = unit ? ` per ${unit.toLowerCase()}` : '';
  return `${textIn(salary.currency)} ${amounts}${per}`.trim();
}

function placeOf(posting: Json): string {
  const [location] = listOf(posting.jobLocation);
  const address = isObject(location) ? (listOf(location.address ?? location)[0] ?? '') : location;
  if (!isObject(address)) return textIn(address);
  const parts = ['streetAddress', 'addressLocality', 'addressRegion'].map((name) =>
    textIn(address[name]),
  );
  return [...new Set([...parts, textIn(address.addressCountry, 'name')])]
    .filter(Boolean)
    .join(', ');
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Does the shorter of two names stand in the longer? Too short a name agrees with anything. */
function agree(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.includes(short);
}

/**
 * Reads the postings that the page shows now. A single-page application may leave the object of an
 * earlier page behind, so one counts only where a heading, the page's title or its address agrees.
 */
export function findJobPostings(document: Document, location: URL, site = 'page'): Found[] {
  const postings = postingsIn(document);
  if (postings.length === 0) return [];
  const headings = [...document.querySelectorAll('h1, h2, h3, [role="heading"]')]
    .slice(0, MAX_HEADINGS)
    .map((element) => ({ element, name: folded(readText([element], '', MAX_FIELD).text) }));
  const pageTitle = folded(document.title);
  const taken = new Set<Element>();

  return postings.flatMap((posting): Found | [] => {
    const title = field(textIn(posting.title) || textIn(posting.name));
    const parts = ['description', 'responsibilities', 'qualifications', 'jobBenefits']
      .map((name) => textIn(posting[name]))
      .filter(Boolean)
      .map(inert);
    const { text, cut } = readText(parts, '', MAX_TEXT);
    if (text === '') return [];

    const name = folded(title);
    const heading = headings.find((one) => agree(one.name, name))?.element;
    const address = textIn(posting.url);
    const written = address ? resolveLink(address, location.href) : undefined;
    const id = textIn(posting.identifier, 'value');
    const isHere = written !== undefined && new URL(written).pathname === location.pathname;
    const isNamed = id.length > 3 && location.href.includes(id);
    if (!heading && !isHere && !isNamed && !agree(pageTitle, name)) return [];

    const anchor = heading ?? document.querySelector('h1') ?? undefined;
    // While the page loads there may be no body yet.
    const container = anchor ?? document.body ?? document.documentElement;
    if (taken.has(container)) return [];
    taken.add(container);

    const url = written ?? location.href;
    const post: Post = {
      site,
      key: keyOf(id, url, text),
      kind: 'detail',
      url,
      text,
      links: linksOf(
        parts.flatMap((part) => [...part.querySelectorAll('a[href]')]),
        () => true,
        location,
        [],
      ),
      partial: cut,
    };
    const fields = {
      title,
      company: field(textIn(posting.hiringOrganization, 'name', 'legalName')),
      place: field(placeOf(posting)),
      pay: field(payOf(posting)),
    };
    for (const [key, value] of Object.entries(fields))
      if (value) post[key as keyof typeof fields] = value;
    return { post, container, body: [], ...(anchor && { anchor }) };
  });
}
