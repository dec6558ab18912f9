import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { UpdateFault } from './errors.ts';
import { fetchFrom } from './fetch.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
}

const fails = (code: UpdateFault) => expect.objectContaining({ name: 'UpdateError', code });

test('fetches below the base, and sends nothing that tells who asks', async () => {
  const headers: Record<string, unknown>[] = [];
  const base = await serve((request, response) => {
    headers.push(request.headers);
    response.end(`file ${request.url}`);
  });
  const bytes = await fetchFrom(base)('metadata/1.root.json', 100);
  expect(new TextDecoder().decode(bytes)).toBe('file /base/metadata/1.root.json');
  expect(headers[0]).not.toHaveProperty('cookie');
  expect(headers[0]).not.toHaveProperty('referer');
  expect(headers[0]).not.toHaveProperty('authorization');
});

test('exactly as many bytes as may be are taken, one more is too many', async () => {
  const base = await serve((_, response) => response.end('12345'));
  expect(await fetchFrom(base)('file', 5)).toHaveLength(5);
  await expect(fetchFrom(base)('file', 4)).rejects.toEqual(fails('too-large'));
});

test('endless data are broken off', async () => {
  let sent = 0;
  const base = await serve((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(new Uint8Array(65_536))) sent += 65_536;
    };
    response.on('drain', more);
    more();
  });
  await expect(fetchFrom(base)('file', 1_000_000)).rejects.toEqual(fails('too-large'));
  expect(sent).toBeLessThan(50_000_000);
});

test('an answer that unpacks to more than it may is broken off', async () => {
  const base = await serve((_, response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync(new Uint8Array(10_000_000)));
  });
  await expect(fetchFrom(base)('file', 100_000)).rejects.toEqual(fails('too-large'));
});

test.each([
  [403, 'missing'],
  [404, 'missing'],
  [410, 'missing'],
  [429, 'unreachable'],
  [500, 'unreachable'],
  [503, 'unreachable'],
] as const)('status %i: %s', async (status, code) => {
  const base = await serve((_, response) => {
    response.statusCode = status;
    response.end('no');
  });
  await expect(fetchFrom(base)('file', 100)).rejects.toEqual(fails(code));
});

test('a redirect to another origin is not followed', async () => {
  let asked = 0;
  const other = await serve((_, response) => {
    asked++;
    response.end('evil');
  });
  const base = await serve((_, response) => {
    response.writeHead(302, { Location: `${other}/file` });
    response.end();
  });
  await expect(fetchFrom(base)('file', 100)).rejects.toEqual(fails('unreachable'));
  expect(asked).toBe(0);
});

test('an answer that stops half way, or never comes, is none', async () => {
  const half = await serve((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(fetchFrom(half)('file', 100)).rejects.toEqual(fails('unreachable'));
  const silent = await serve(() => {});
  await expect(fetchFrom(silent, 50)('file', 100)).rejects.toEqual(fails('unreachable'));
  await expect(fetchFrom('http://127.0.0.1:1/')('file', 100)).rejects.toEqual(fails('unreachable'));
});
