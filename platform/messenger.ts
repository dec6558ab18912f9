/**
 * Messages between the parts of the extension: a closed map of names, both ends parsed by schema,
 * the sender checked, errors typed. The transport is an argument, so that it runs without a
 * browser in tests.
 */
import { z } from '#schema/zod.ts';

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

interface Schemas {
  readonly request: z.ZodMiniType;
  readonly response: z.ZodMiniType;
}
export type MessageMap = Readonly<Record<string, Schemas>>;
type RequestOf<M extends MessageMap, N extends keyof M> = z.infer<M[N]['request']>;
type ResponseOf<M extends MessageMap, N extends keyof M> = z.infer<M[N]['response']>;

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

export type Handlers<M extends MessageMap> = {
  readonly [N in keyof M]?: (
    request: RequestOf<M, N>,
    sender: Sender,
  ) => ResponseOf<M, N> | Promise<ResponseOf<M, N>>;
};

const Envelope = z.object({ name: z.string(), request: z.unknown() });
const Answer = z.union([
  z.strictObject({ response: z.unknown() }),
  z.strictObject({ error: z.string() }),
]);

/** `reader.*` comes from our content scripts, everything else from our own pages and background. */
function isAllowed(name: string, sender: RawSender, transport: Transport): boolean {
  if (sender.id !== transport.ownId()) return false;
  const isOwnPage = sender.url?.startsWith(transport.ownOrigin()) ?? false;
  if (name.startsWith('reader.')) return sender.tab !== undefined && !isOwnPage;
  if (name.startsWith('page.')) return sender.tab === undefined || isOwnPage;
  return isOwnPage;
}

/** Binds a map of messages to a transport. */
export function messenger<M extends MessageMap>(map: M, transport: Transport) {
  const known = new Map<string, Schemas>(Object.entries(map));

  async function exchange<N extends keyof M & string>(
    name: N,
    request: RequestOf<M, N>,
    deliver: (message: unknown) => Promise<unknown>,
  ): Promise<ResponseOf<M, N>> {
    // The other side may be gone (updated extension, closed tab): that is an answer too.
    const raw = await deliver({ name, request }).catch(() => undefined);
    const answer = z.safeParse(Answer, raw);
    if (!answer.success) throw new MessageError('no-answer');
    if ('error' in answer.data) {
      const { error } = answer.data;
      throw new MessageError(codes.has(error) ? (error as MessageErrorCode) : 'failed');
    }
    const response = z.safeParse(known.get(name)!.response, answer.data.response);
    if (!response.success) throw new MessageError('bad-response');
    return response.data as ResponseOf<M, N>;
  }

  async function dispatch(
    message: unknown,
    raw: RawSender,
    handlers: ReadonlyMap<string, (request: never, sender: Sender) => unknown>,
  ): Promise<unknown> {
    const { name, request } = message as z.infer<typeof Envelope>;
    if (!isAllowed(name, raw, transport)) throw new MessageError('bad-sender');
    const schemas = known.get(name)!;
    const parsed = z.safeParse(schemas.request, request);
    if (!parsed.success) throw new MessageError('bad-request');
    const sender = {
      tabId: raw.tab?.id,
      url: raw.url ?? '',
      isPrivate: raw.tab?.incognito ?? false,
    };
    const result = await handlers.get(name)!(parsed.data as never, sender);
    const response = z.safeParse(schemas.response, result);
    if (!response.success) throw new MessageError('bad-response');
    return response.data;
  }

  return {
    /** Asks the background (or another page of the extension). */
    send: <N extends keyof M & string>(name: N, request: RequestOf<M, N>) =>
      exchange(name, request, transport.send),

    /** Asks the content script of a tab. */
    sendToTab: <N extends keyof M & string>(tabId: number, name: N, request: RequestOf<M, N>) =>
      exchange(name, request, (message) => transport.sendToTab(tabId, message)),

    /**
     * Answers messages. Call once and synchronously at start. A name outside the map is refused; a
     * known name without a handler here is left to the part that has one.
     */
    handle(handlers: Handlers<M>): void {
      const byName = new Map<string, (request: never, sender: Sender) => unknown>(
        Object.entries(handlers),
      );
      transport.listen((message, sender, answer) => {
        const envelope = z.safeParse(Envelope, message);
        if (!envelope.success || !known.has(envelope.data.name)) {
          answer({ error: 'unknown-message' });
          return false;
        }
        if (!byName.has(envelope.data.name)) return false;
        dispatch(envelope.data, sender, byName).then(
          (response) => answer({ response }),
          (error) => answer({ error: error instanceof MessageError ? error.code : 'failed' }),
        );
        // Keeps the channel open: promises as answers do not work in all browsers yet.
        return true;
      });
    },
  };
}
