import { useTranslation } from '#app/components/use-translation.ts'

/** Says which answers are set aside after a change that closed their pages. */
export function KeptNotice({ titles }: { readonly titles: readonly string[] }) {
  const { t } = useTranslation()
  if (titles.length === 0) return null
  return (
    <div className="notice flow-tight" role="status">
      <p>{t('flow:question.kept', { count: titles.length })}</p>
      <ul className="list">
        {titles.map(title => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </div>
  )
}
