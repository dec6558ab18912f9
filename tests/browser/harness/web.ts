/**
 * A loopback stand-in for the web. Both browsers use it as their proxy, so a fixture is served at
 * its real address (`https://www.linkedin.com/…`), the extension runs as built, and nothing
 * leaves the machine: every other address answers 404 and is written down in `requests`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { generate } from 'selfsigned';

/** Answers a request whose body was read already. */
export type OriginListener = (
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
) => void;

export interface Web {
  /** `http://127.0.0.1:port` of the proxy. */
  readonly proxy: string;
  readonly port: number;
  /** Address and body of every request so far, newest last. */
  readonly requests: { url: string; body: string }[];
  /** Serves `html` at an address, query and fragment ignored where the address has none. */
  serve(url: string, html: string): void;
  /** Answers everything below an origin, such as `https://rules.example`. */
  serveOrigin(origin: string, listener: OriginListener): void;
  close(): Promise<void>;
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/, '');

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Starts the stand-in on a free port of the loopback interface. */
export async function startWeb(): Promise<Web> {
  const pages = new Map<string, string>();
  const origins = new Map<string, OriginListener>();
  const requests: { url: string; body: string }[] = [];
  const sockets = new Set<Socket>();

  const answer = async (url: string, request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    requests.push({ url, body: body.toString('utf8') });
    const listener = origins.get(URL.parse(url)?.origin ?? '');
    if (listener) return listener(request, response, body);
    const page = pages.get(url) ?? pages.get(withoutQuery(url));
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(page ?? '<!doctype html><title>404</title>');
  };

  const { private: key, cert } = await generate([{ name: 'commonName', value: 'loopback' }]);
  const tls = createTlsServer({ key, cert }, (request, response) =>
    answer(`https://${request.headers.host}${request.url}`, request, response),
  );
  await new Promise<void>((done) => tls.listen(0, '127.0.0.1', done));
  const tlsPort = (tls.address() as AddressInfo).port;

  // A proxy request carries the whole address; a direct one only its path.
  const proxy = createServer((request, response) => {
    const path = request.url ?? '/';
    return answer(
      path.startsWith('/') ? `http://${request.headers.host}${path}` : path,
      request,
      response,
    );
  });
  proxy.on('connect', (_request, client: Socket, head) => {
    const inner = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      inner.write(head);
      inner.pipe(client).pipe(inner);
    });
    for (const socket of [client, inner]) {
      sockets.add(socket);
      // A browser that closes while a page loads resets the connection: nothing to report.
      socket.on('error', () => socket.destroy());
    }
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const port = (proxy.address() as AddressInfo).port;

  return {
    proxy: `http://127.0.0.1:${port}`,
    port,
    requests,
    serve: (url, html) => void pages.set(url, html),
    serveOrigin: (origin, listener) => void origins.set(origin, listener),
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const server of [proxy, tls]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}
