import { useTranslation } from '#app/components/use-translation.ts'
import { PaperBlock } from './paper-blocks.tsx'
import type { ReadSheet } from './paper-view.server.ts'
import { Said, usePaper, useSpoken } from './paper-words.tsx'

/** One sheet: a section of the page with its title, in the language of the sheet. */
export function PaperSheet({ sheet }: { readonly sheet: ReadSheet }) {
  const { t } = useTranslation()
  const { contents, language, watermark } = usePaper()
  const spoken = useSpoken(sheet.language)
  const page = useSpoken(language)
  const heading = `${sheet.anchor}-title`
  return (
    <section className="paper-sheet flow" id={sheet.anchor} aria-labelledby={heading} {...spoken}>
      {watermark.length > 0 ? <p className="notice notice-care">{watermark.join(' · ')}</p> : null}
      <div>
        <p className="step">{sheet.eyebrow}</p>
        <h2 id={heading}>
          <Said text={sheet.title} translation={sheet.titleTranslation} />
        </h2>
      </div>
      {sheet.blocks.map((block, index) => (
        <PaperBlock key={index} block={block} />
      ))}
      {contents === undefined || contents === sheet.anchor ? null : (
        <p {...page}>
          <a className="back-link" href={`#${contents}`}>
            {t('flow:paper.contents')}
          </a>
        </p>
      )}
    </section>
  )
}
