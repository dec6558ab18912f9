/** Languages of the interface, and how one is chosen. */

export interface Language {
  /** BCP 47 tag, also the name of the file in `locales/`. */
  readonly tag: string;
  /** The language's own name. */
  readonly name: string;
}

export const LANGUAGES: readonly Language[] = [
  { tag: 'en', name: 'English' },
  { tag: 'ms', name: 'Bahasa Melayu' },
  { tag: 'id', name: 'Bahasa Indonesia' },
  { tag: 'th', name: 'ไทย' },
  { tag: 'vi', name: 'Tiếng Việt' },
  { tag: 'fil', name: 'Filipino' },
  { tag: 'zh-Hans', name: '简体中文' },
  { tag: 'zh-Hant', name: '繁體中文' },
  { tag: 'my', name: 'မြန်မာ' },
  { tag: 'km', name: 'ខ្មែរ' },
  { tag: 'lo', name: 'ລາວ' },
  { tag: 'hi', name: 'हिन्दी' },
  { tag: 'bn', name: 'বাংলা' },
  { tag: 'ta', name: 'தமிழ்' },
  { tag: 'si', name: 'සිංහල' },
  { tag: 'ne', name: 'नेपाली' },
  { tag: 'ur', name: 'اردو' },
  { tag: 'sw', name: 'Kiswahili' },
  { tag: 'am', name: 'አማርኛ' },
  { tag: 'ar', name: 'العربية' },
  { tag: 'ru', name: 'Русский' },
  { tag: 'ko', name: '한국어' },
  { tag: 'ja', name: '日本語' },
  { tag: 'pt', name: 'Português' },
  { tag: 'es', name: 'Español' },
  { tag: 'fr', name: 'Français' },
];

const tags: ReadonlySet<string> = new Set(LANGUAGES.map(({ tag }) => tag));
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ur']);

export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(tag) ? 'rtl' : 'ltr');

/** Ours for a tag of the browser: `zh-TW` is `zh-Hant`, `pt-BR` is `pt`, `tl` is `fil`. */
function match(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return [`${language}-${script}`, language].find((candidate) => tags.has(candidate));
  } catch {
    return undefined;
  }
}

/** The reader's choice where it is one of ours, else the browser's language, else English. */
export const chooseLanguage = (chosen: string | undefined, browserLanguage: string): string =>
  (chosen !== undefined && tags.has(chosen) ? chosen : match(browserLanguage)) ?? 'en';
