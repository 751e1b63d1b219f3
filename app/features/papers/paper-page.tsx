import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import type { PaperView } from './paper-view.server.ts'
import { PaperProvider } from './paper-words.tsx'

/** One part of the papers, sheet by sheet as in the file, to be read on a screen or aloud. */
export function PaperPage({ view }: { readonly view: PaperView }) {
  const { t } = useTranslation()
  return (
    <Page title={t(`flow:paper.${view.part}Title`)} back="/claim/packet">
      <p className="lede">{t('flow:paper.lede')}</p>
      <p>{t('flow:paper.onPaper')}</p>
      {view.withoutStory ? <p className="notice">{t('flow:paper.withoutStory')}</p> : null}
      <PaperProvider value={view}>
        {view.sheets.map(sheet => (
          <PaperSheet key={sheet.anchor} sheet={sheet} />
        ))}
      </PaperProvider>
    </Page>
  )
}
