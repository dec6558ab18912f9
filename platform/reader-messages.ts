/**
 * Messages as the content script sees them. It is loaded into every page of the named sites, so it
 * carries no schemas: what it sends is parsed by the background, which trusts no page, and what it
 * gets was parsed by the background before it was sent. Only `page.*` reaches it unparsed, from
 * our own pages, and is checked by hand.
 */
import type { pageMessages, Request, Response, readerMessages } from '#schema/messages.ts';
import { type Border, messenger } from './messenger.ts';
import { transport } from './reader-transport.ts';

export { MessageError } from './messenger.ts';

type Name = keyof typeof readerMessages | keyof typeof pageMessages;
type Messages = { readonly [N in Name]: { request: Request<N>; response: Response<N> } };

const names: ReadonlySet<string> = new Set<Name>([
  'reader.start',
  'reader.judge',
  'reader.dismiss',
  'reader.undismiss',
  'reader.report',
  'reader.visit',
  'reader.listed',
  'reader.dismissPage',
  'page.state',
  'page.restart',
  'page.report',
  'page.show',
]);

export const border: Border = {
  knows: (name) => names.has(name),
  parse(name, part, value) {
    const sound =
      name !== 'page.show' ||
      part === 'response' ||
      typeof (value as { key?: unknown } | undefined)?.key === 'string';
    if (!sound) throw new TypeError(name);
    return value;
  },
};

export const { send, handle } = messenger<Messages>(border, transport);
