import { useTranslation } from '#app/components/use-translation.ts'

/** A link to the papers that go with the claim, with their number. */
export function PapersLink({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return (
    <>
      {count > 0 ? <span className="soft">{t('flow:papers.count', { count })} </span> : null}
      <a href="/claim/evidence">{t(count > 0 ? 'flow:papers.linkMore' : 'flow:papers.link')}</a>
    </>
  )
}
