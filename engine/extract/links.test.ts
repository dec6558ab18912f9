import { expect, test } from 'vitest';
import { findEmails } from './emails.ts';
import { findHandles, handleOf } from './handles.ts';
import { findLinks } from './links.ts';
import { findPhones } from './phones.ts';

const links = (text: string) =>
  findLinks(text).map(({ start, end, host, messenger, short }) => ({
    quote: text.slice(start, end),
    host,
    messenger,
    short,
  }));

test.each([
  ['join t.me/example_jobs now', 't.me/example_jobs', 't.me', 'telegram'],
  ['(see https://wa.me/15550100?text=hi.)', 'https://wa.me/15550100?text=hi', 'wa.me', 'whatsapp'],
  ['line.me/ti/p/~example', 'line.me/ti/p/~example', 'line.me', 'line'],
  ['加我lin.ee/abc谢谢', 'lin.ee/abc', 'lin.ee', 'line'],
  ['HTTPS://ZALO.ME/0123', 'HTTPS://ZALO.ME/0123', 'zalo.me', 'zalo'],
])('%s', (text, quote, host, messenger) => {
  expect(links(text)).toMatchObject([{ quote, host, messenger }]);
});

test('knows shorteners', () => {
  expect(links('apply at bit.ly/3xample')).toMatchObject([{ host: 'bit.ly', short: true }]);
});

test.each(['salary.Please apply', 'Example Co.Ltd', 'Node.js', 'mail a@example.com', '1.500.000'])(
  '%s holds no link',
  (text) => {
    expect(links(text)).toEqual([]);
  },
);

test('reads what a messenger link opens', () => {
  expect(findLinks('https://t.me/Example_HR?start=1').map(handleOf)).toEqual(['example_hr']);
});

test('tells handles and mail addresses apart', () => {
  const text = 'TG: @Example_HR or hr@example.com';
  expect(findHandles(text)).toMatchObject([{ name: 'example_hr', start: 4, end: 15 }]);
  expect(findEmails(text)).toMatchObject([{ address: 'hr@example.com', free: false }]);
});

test('reads phones in international form, with the digits of any script', () => {
  expect(findPhones('call +1 (555) 010-0199 or +٩٦٦٥٠٠٠٠٠٠٠١').map(({ digits }) => digits)).toEqual(
    ['15550100199', '966500000001'],
  );
});
