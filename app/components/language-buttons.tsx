import type { Language } from '#app/i18n/languages.ts'

/** Name of the hidden field of a form that leads to the first page, whatever else is open. */
export const STAYS = 'stays'

/** A button for each language, with its own name. Each sends `language` with the form that it stands in. */
export function LanguageButtons({ languages, className }: { readonly languages: readonly Language[]; readonly className: string }) {
  return languages.map(({ code, direction, nativeName }) => (
    <button className={className} key={code} type="submit" name="language" value={code} lang={code} dir={direction}>
      {nativeName}
    </button>
  ))
}
