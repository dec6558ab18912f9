/**
 * Messages between the parts of the extension: a closed map of names, everything parsed at the
 * border, the sender checked, errors typed. Border and transport are arguments: the content script
 * has a smaller border than the background, and tests have a transport without a browser.
 */

export type MessageErrorCode =
  | 'unknown-message'
  | 'bad-request'
  | 'bad-sender'
  | 'bad-response'
  | 'no-answer'
  | 'failed';

const codes: ReadonlySet<string> = new Set<MessageErrorCode>([
  'unknown-message',
  'bad-request',
  'bad-sender',
  'bad-response',
  'no-answer',
  'failed',
]);

/** Why a message was not answered. Carries a code and no text, so nothing of a page leaks by it. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly code: MessageErrorCode;
  constructor(code: MessageErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Name → types of request and response. */
export type MessageTypes = Readonly<Record<string, { request: unknown; response: unknown }>>;
type NameOf<M> = keyof M & string;

/** What may cross the border, and in which shape; `parse` throws on anything else. */
export interface Border {
  readonly knows: (name: string) => boolean;
  readonly parse: (name: string, part: 'request' | 'response', value: unknown) => unknown;
}

/** The part of a browser's `MessageSender` that we look at. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined; incognito: boolean } | undefined;
}

/** Who asked, once checked. */
export interface Sender {
  readonly tabId: number | undefined;
  readonly url: string;
  /** The message comes from a private window: nothing of it may be stored. */
  readonly isPrivate: boolean;
}

export interface Transport {
  readonly ownId: () => string;
  /** Address that all pages of the extension begin with. */
  readonly ownOrigin: () => string;
  readonly send: (message: unknown) => Promise<unknown>;
  readonly sendToTab: (tabId: number, message: unknown) => Promise<unknown>;
  readonly listen: (
    listener: (message: unknown, sender: RawSender, answer: (value: unknown) => void) => boolean,
  ) => void;
}

export type Handlers<M extends MessageTypes> = {
  readonly [N in NameOf<M>]?: (
    request: M[N]['request'],
    sender: Sender,
  ) => M[N]['response'] | Promise<M[N]['response']>;
};
type AnyHandler = (request: unknown, sender: Sender) => unknown;

/** An own property of what arrived; `undefined` for anything that has none. */
const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

function parse(border: Border, name: string, part: 'request' | 'response', value: unknown) {
  try {
    return border.parse(name, part, value);
  } catch {
    throw new MessageError(part === 'request' ? 'bad-request' : 'bad-response');
  }
}

/** `reader.*` comes from our content scripts, everything else from our own pages and background. */
function isAllowed(name: string, sender: RawSender, transport: Transport): boolean {
  if (sender.id !== transport.ownId()) return false;
  const isOwnPage = sender.url?.startsWith(transport.ownOrigin()) ?? false;
  if (name.startsWith('reader.')) return sender.tab !== undefined && !isOwnPage;
  if (name.startsWith('page.')) return sender.tab === undefined || isOwnPage;
  return isOwnPage;
}

/** Joins a border and a transport to functions that send and answer. */
export function messenger<M extends MessageTypes>(border: Border, transport: Transport) {
  async function exchange<N extends NameOf<M>>(
    name: N,
    request: M[N]['request'],
    deliver: (message: unknown) => Promise<unknown>,
  ): Promise<M[N]['response']> {
    // The other side may be gone (updated extension, closed tab): that is an answer too.
    const answer = await deliver({ name, request }).catch(() => undefined);
    const error = own(answer, 'error');
    if (typeof error === 'string')
      throw new MessageError(codes.has(error) ? (error as MessageErrorCode) : 'failed');
    const response = own(answer, 'response');
    if (response === undefined) throw new MessageError('no-answer');
    return parse(border, name, 'response', response);
  }

  async function dispatch(name: string, request: unknown, raw: RawSender, handler: AnyHandler) {
    if (!isAllowed(name, raw, transport)) throw new MessageError('bad-sender');
    const sender = {
      tabId: raw.tab?.id,
      url: raw.url ?? '',
      isPrivate: raw.tab?.incognito ?? false,
    };
    const result = await handler(parse(border, name, 'request', request), sender);
    return parse(border, name, 'response', result);
  }

  return {
    /** Asks the background (or another page of the extension). */
    send: <N extends NameOf<M>>(name: N, request: M[N]['request']) =>
      exchange(name, request, transport.send),

    /** Asks the content script of a tab. */
    sendToTab: <N extends NameOf<M>>(tabId: number, name: N, request: M[N]['request']) =>
      exchange(name, request, (message) => transport.sendToTab(tabId, message)),

    /**
     * Answers messages. Call once and synchronously at start. A name outside the map is refused; a
     * known name without a handler here is left to the part that has one.
     */
    handle(handlers: Handlers<M>): void {
      const byName = new Map(Object.entries<AnyHandler | undefined>(handlers));
      transport.listen((message, sender, answer) => {
        const name = own(message, 'name');
        if (typeof name !== 'string' || !border.knows(name)) {
          answer({ error: 'unknown-message' });
          return false;
        }
        const handler = byName.get(name);
        if (!handler) return false;
        dispatch(name, own(message, 'request'), sender, handler).then(
          (response) => answer({ response }),
          (error) => answer({ error: error instanceof MessageError ? error.code : 'failed' }),
        );
        // Keeps the channel open: promises as answers do not work in all browsers yet.
        return true;
      });
    },
  };
}
