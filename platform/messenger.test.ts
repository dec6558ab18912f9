import { describe, expect, it } from 'vitest';
import { z } from '#schema/zod.ts';
import {
  type Border,
  type Handlers,
  messenger,
  type RawSender,
  type Transport,
} from './messenger.ts';

const OWN = 'extension://own/';
const map = {
  'reader.ask': {
    request: z.object({ n: z.number() }),
    response: z.object({ twice: z.number() }),
  },
  'page.tell': { request: z.object({}), response: z.object({}) },
  'check.ask': { request: z.object({}), response: z.object({}) },
};
type Types = {
  [N in keyof typeof map]: {
    request: z.infer<(typeof map)[N]['request']>;
    response: z.infer<(typeof map)[N]['response']>;
  };
};
const schemas = new Map<string, { request: z.ZodMiniType; response: z.ZodMiniType }>(
  Object.entries(map),
);
const border: Border = {
  knows: (name) => schemas.has(name),
  parse: (name, part, value) => z.parse(schemas.get(name)![part], value),
};
const contentScript: RawSender = {
  id: 'own',
  url: 'https://jobs.example/',
  tab: { id: 7, incognito: false },
};
const ownPage: RawSender = { id: 'own', url: `${OWN}options.html` };

/** Two ends joined without a browser: what one sends, the other hears as coming from `sender`. */
function joined(sender: RawSender, handlers: Handlers<Types>) {
  let hear: Parameters<Transport['listen']>[0] | undefined;
  const deliver = (message: unknown) =>
    new Promise((resolve) => {
      const later = hear?.(structuredClone(message), sender, resolve);
      if (!later) resolve(undefined);
    });
  const transport: Transport = {
    ownId: () => 'own',
    ownOrigin: () => OWN,
    send: deliver,
    sendToTab: (_tab, message) => deliver(message),
    listen: (listener) => {
      hear = listener;
    },
  };
  const ends = messenger<Types>(border, transport);
  ends.handle(handlers);
  return { ...ends, deliver };
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error) => error.code,
  );

describe('messages', () => {
  const twice = { 'reader.ask': ({ n }: { n: number }) => ({ twice: 2 * n }) };

  it('carries request, response and who asked', async () => {
    const seen: unknown[] = [];
    const { send } = joined(contentScript, {
      'reader.ask': async ({ n }, sender) => {
        seen.push(sender);
        return { twice: 2 * n };
      },
    });
    expect(await send('reader.ask', { n: 21 })).toEqual({ twice: 42 });
    expect(seen).toEqual([{ tabId: 7, url: 'https://jobs.example/', isPrivate: false }]);
  });

  it.each<[string, RawSender]>([
    ['another extension', { ...contentScript, id: 'other' }],
    ['nobody', {}],
    ['an own page, for a message of the content script', ownPage],
  ])('refuses reader.* from %s', async (_who, sender) => {
    expect(await code(joined(sender, twice).send('reader.ask', { n: 1 }))).toBe('bad-sender');
  });

  it.each<[string, RawSender]>([
    ['a content script', contentScript],
    ['a page whose address only looks like ours', { id: 'own', url: `https://x/?${OWN}` }],
    ['no address', { id: 'own' }],
  ])('refuses check.* from %s', async (_who, sender) => {
    const { send } = joined(sender, { 'check.ask': () => ({}) });
    expect(await code(send('check.ask', {}))).toBe('bad-sender');
  });

  it('takes page.* from background and own pages, not from other content scripts', async () => {
    const handlers = { 'page.tell': () => ({}) };
    expect(await code(joined({ id: 'own' }, handlers).sendToTab(1, 'page.tell', {}))).toBe(
      'answered',
    );
    expect(await code(joined(ownPage, handlers).sendToTab(1, 'page.tell', {}))).toBe('answered');
    expect(await code(joined(contentScript, handlers).sendToTab(1, 'page.tell', {}))).toBe(
      'bad-sender',
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'reader.nothing', ''])(
    'refuses the unknown name %j',
    async (name) => {
      const { deliver } = joined(contentScript, twice);
      expect(await deliver({ name, request: {} })).toEqual({ error: 'unknown-message' });
    },
  );

  it.each([null, 5, 'reader.ask', { name: 5 }])('refuses what is no message: %j', async (m) => {
    expect(await joined(contentScript, twice).deliver(m)).toEqual({ error: 'unknown-message' });
  });

  it('refuses a request that breaks its schema, without calling the handler', async () => {
    let calls = 0;
    const { deliver } = joined(contentScript, {
      'reader.ask': () => {
        calls++;
        return { twice: 0 };
      },
    });
    expect(await deliver({ name: 'reader.ask', request: { n: '1' } })).toEqual({
      error: 'bad-request',
    });
    expect(await deliver({ name: 'reader.ask' })).toEqual({ error: 'bad-request' });
    expect(calls).toBe(0);
  });

  it('keeps the text of a failure to itself', async () => {
    const { deliver } = joined(contentScript, {
      'reader.ask': () => {
        throw new Error('text of a page');
      },
    });
    expect(await deliver({ name: 'reader.ask', request: { n: 1 } })).toEqual({ error: 'failed' });
  });

  it('sends no response that breaks its schema', async () => {
    const { send } = joined(contentScript, { 'reader.ask': () => ({ twice: 'many' }) as never });
    expect(await code(send('reader.ask', { n: 1 }))).toBe('bad-response');
  });

  it('leaves a known name without a handler to another part', async () => {
    const { send } = joined(contentScript, {});
    expect(await code(send('reader.ask', { n: 1 }))).toBe('no-answer');
  });
});
