/** Lists of lines: hosts files, plain lists, lists of ad blockers. */
import { asciiHost, linesOf, type Parsed, type Party, party } from './party.ts';

type Line = { line: number; text: string };

/** Reads a list line by line; `read` gives parties, `undefined` for a comment, `null` for the rest. */
function readLines(text: string, read: (line: string) => Party[] | undefined | null): Parsed {
  const parties: Party[] = [];
  const left: { at: string; text: string }[] = [];
  for (const { line, text: content } of linesOf(text) as Line[]) {
    if (content === '') continue;
    const found = read(content);
    if (found) parties.push(...found);
    else if (found === null) left.push({ at: `line ${line}`, text: content });
  }
  return { parties, left };
}

const domainOf = (text: string): Party | undefined => {
  const host = asciiHost(text);
  return host === undefined ? undefined : party('domain', host);
};

/** Names of the machine itself, which hosts files begin with. */
const OWN = /^(localhost|localhost\.localdomain|local|broadcasthost|ip6-\w+|0\.0\.0\.0)$/;

/** `0.0.0.0 example.com` */
export const readHosts = (text: string): Parsed =>
  readLines(text, (line) => {
    const [address = '', ...hosts] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (address === '') return undefined;
    if (!/^[\d.]+$|^[\da-f:]+$/i.test(address) || hosts.length === 0) return null;
    const names = hosts.filter((host) => !OWN.test(host));
    const found = names.map(domainOf);
    return found.every((one) => one !== undefined) ? found : null;
  });

/** One domain, address, e-mail or phone number a line. */
export const readPlain = (text: string): Parsed =>
  readLines(text, (line) => {
    const content = line.replace(/(^|\s)[#;!].*/, '').trim();
    if (content === '') return undefined;
    if (/^\+[\d\s().-]{7,25}$/.test(content)) return [party('phone', content)];
    if (/^[^@\s/]+@[^@\s/]+$/.test(content)) return [party('email', content)];
    const address = content.replace(/^\*\./, '');
    const isAddress = /^https?:\/\/\S+$/i.test(address) || /^[^\s/]+\/\S+$/.test(address);
    if (!isAddress) {
      const domain = domainOf(address);
      return domain ? [domain] : null;
    }
    return ofAddress(address.replace(/^https?:\/\//i, ''));
  });

/** A host alone is listed as a domain, with a path as an address. */
function ofAddress(address: string): Party[] | null {
  const slash = address.indexOf('/');
  const host = asciiHost(slash < 0 ? address : address.slice(0, slash));
  if (host === undefined) return null;
  const path = slash < 0 ? '' : address.slice(slash);
  const url = party('url', `${host}${path}`);
  return [url.value.includes('/') ? url : party('domain', host)];
}

/** Options that only say where a rule counts, and leave it a rule about the whole host. */
const WHOLE = /^(all|document|doc|popup|third-party|3p|important)$/;

/** `||example.com^`, as uBlock Origin and AdGuard write it. */
export const readAbp = (text: string): Parsed =>
  readLines(text, (line) => {
    if (line.startsWith('!') || /^\[(Adblock|uBlock|AdGuard)/i.test(line)) return undefined;
    const [, address = '', options = ''] = /^\|\|([^$^*|]+)\^?(?:\$([\w,-]+))?$/.exec(line) ?? [];
    const isWhole = options === '' || options.split(',').every((option) => WHOLE.test(option));
    return address !== '' && isWhole ? ofAddress(address) : null;
  });

/** How a format writes what it can hold; `undefined` for what it can't. */
export const writeHosts = ({ type, value }: Party): string | undefined =>
  type === 'domain' ? `0.0.0.0 ${value}` : undefined;

export function writePlain({ type, value }: Party): string | undefined {
  if (type === 'domain' || type === 'url' || type === 'email') return value;
  return type === 'phone' ? `+${value}` : undefined;
}

export function writeAbp({ type, value }: Party): string | undefined {
  if (type === 'domain') return `||${value}^$all`;
  return type === 'url' && !/[$^*|]/.test(value) ? `||${value}^` : undefined;
}
