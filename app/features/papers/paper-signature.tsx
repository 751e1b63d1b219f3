import { useTranslation } from '#app/components/use-translation.ts'
import type { Block } from '#app/packet/sheet.ts'
import { Remark, Said } from './paper-words.tsx'

/** The signed sentences and the names of the lines below them. There is no field, because people sign on paper. */
export function PaperSignature({ block }: { readonly block: Extract<Block, { kind: 'signature' }> }) {
  const { t } = useTranslation()
  const lines = block.lines.flat()
  return (
    <div className="card flow-tight">
      {block.sentences.map((sentence, index) => (
        <p key={index}>
          <strong>
            <Said text={sentence.text} translation={sentence.translation} />
          </strong>
        </p>
      ))}
      {block.note ? (
        <p className="citation">
          <Said text={block.note} translation={block.noteTranslation} />
        </p>
      ) : null}
      {lines.length === 0 ? null : (
        <>
          <p>
            <Remark>{t('flow:paper.signing')}</Remark>
          </p>
          <ul className="list">
            {lines.map((line, index) => (
              <li key={index}>
                <Said text={line.label} translation={line.labelTranslation} /> <Remark>({t('flow:paper.byHand')})</Remark>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
