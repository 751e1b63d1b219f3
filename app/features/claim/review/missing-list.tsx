import { useTranslation } from '#app/components/use-translation.ts'
import type { MissingView } from './review-view.server.ts'

/** The facts that a complete application still lacks, each with a link to the page that asks for it. */
export function MissingList({ items }: { readonly items: readonly MissingView[] }) {
  const { t } = useTranslation()
  if (items.length === 0) return <p className="notice">{t('flow:missing.nothing')}</p>
  return (
    <section className="notice notice-care flow-tight">
      <h2>{t('flow:missing.title')}</h2>
      <p>{t('flow:missing.text')}</p>
      <ul className="link-list" role="list">
        {items.map(({ id, words, path }) => (
          <li key={id}>{path ? <a href={path}>{words}</a> : words}</li>
        ))}
      </ul>
    </section>
  )
}
