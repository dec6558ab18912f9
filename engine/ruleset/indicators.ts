import type { IndicatorSource } from '#schema/rules.ts';

/** The form in which a listed party is looked up: `type:value`, free of ways of writing it. */
export function indicatorKey(type: IndicatorSource['type'], value: string): string {
  const trimmed = value.trim();
  switch (type) {
    case 'phone':
    case 'whatsapp':
      return `phone:${trimmed.replaceAll(/\D/g, '')}`;
    case 'wallet':
      return `wallet:${trimmed}`;
    case 'domain':
      return `domain:${trimmed.toLowerCase().replace(/^www\./, '')}`;
    case 'url':
      return `url:${trimmed
        .toLowerCase()
        .replace(/^(https?:\/\/)?(www\.)?/, '')
        .replace(/[?#].*$/, '')
        .replace(/\/$/, '')}`;
    case 'email':
      return `email:${trimmed.toLowerCase()}`;
    default:
      return `${type}:${trimmed.toLowerCase().replace(/^@/, '')}`;
  }
}
