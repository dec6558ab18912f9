import type { IndicatorType } from '#schema/listing.ts';

/** The form in which a party is listed and looked up, free of ways of writing it. */
export function normalForm(type: IndicatorType, value: string): string {
  const trimmed = value.trim();
  switch (type) {
    case 'phone':
    case 'whatsapp':
      return trimmed.replaceAll(/\D/g, '').replace(/^00/, '');
    case 'wallet':
      return trimmed;
    case 'domain':
      return hostOf(trimmed);
    case 'url':
      return urlOf(trimmed);
    case 'email':
      return trimmed.toLowerCase();
    default:
      return trimmed.toLowerCase().replace(/^@/, '');
  }
}

/** A host in small letters, without any `www.` before it and a last dot. */
function hostOf(host: string): string {
  const small = host.toLowerCase();
  let from = 0;
  // Each of them, so that a form that is normal already stays as it is.
  while (small.startsWith('www.', from)) from += 4;
  const to = small.endsWith('.') ? small.length - 1 : small.length;
  return from === 0 && to === small.length ? small : small.slice(from, Math.max(from, to));
}

/** Host and path without scheme, query and last slash. */
function urlOf(url: string): string {
  const [address = ''] = url.replace(/^https?:\/\//i, '').split(/[?#]/);
  const slash = address.indexOf('/');
  if (slash < 0) return hostOf(address);
  return `${hostOf(address.slice(0, slash))}${address.slice(slash).toLowerCase().replace(/\/+$/, '')}`;
}
