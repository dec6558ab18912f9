import { createServer } from 'node:http';
import sirv from 'sirv';
import { readArguments } from '../arguments.ts';

const USAGE = `lurewatch serve FOLDER [--port N]
Serves a repository on this machine, for development: http://127.0.0.1:8417 unless told otherwise.`;

/** `lurewatch serve`: a mirror for development. Ends with the process. */
export async function serve(args: string[]): Promise<number> {
  const parsed = readArguments(args, USAGE, { port: { type: 'string', default: '8417' } });
  if (typeof parsed === 'number') return parsed;
  const [folder, ...rest] = parsed.positionals;
  const port = Number(parsed.values.port);
  if (folder === undefined || rest.length > 0 || !Number.isInteger(port)) {
    console.error(USAGE);
    return 2;
  }
  const server = createMirror(folder);
  return new Promise((resolve) => {
    server.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    // Loopback alone: what is served is not meant for others.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const actual = typeof address === 'object' ? address?.port : port;
      console.log(`http://127.0.0.1:${actual} serves ${folder}; Ctrl+C ends it`);
    });
  });
}

/** A server of static files as mirrors are: ETags, readable from every origin, new files at once. */
export function createMirror(folder: string) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response) => response.setHeader('Access-Control-Allow-Origin', '*'),
  });
  return createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
}
