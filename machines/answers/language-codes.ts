/** Codes of the languages that the claim file may name; `app/i18n/languages.ts` describes them. */
export const LANGUAGE_CODES = [
  'en', 'es', 'zh-Hans', 'zh-Hant', 'vi', 'ko', 'hy', 'tl', 'ru', 'ar', 'fa', 'hmn', 'km', 'pa', 'lo', 'hi', 'th',
] as const
