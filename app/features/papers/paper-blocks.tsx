import { useTranslation } from '#app/components/use-translation.ts'
import type { Block, Point, Row } from '#app/packet/sheet.ts'
import { PaperSignature } from './paper-signature.tsx'
import { PaperTable } from './paper-table.tsx'
import { Remark, Said, usePaper, useSpoken } from './paper-words.tsx'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** One block of a sheet as part of a page. */
export function PaperBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3>
          <Said {...block} />
        </h3>
      )
    case 'paragraph':
      return (
        <p className={block.small ? 'citation' : undefined}>
          <Said {...block} />
        </p>
      )
    case 'contents':
      return <Contents block={block} />
    case 'address':
      return <Address block={block} />
    case 'figure':
      return <Figure block={block} />
    case 'points':
      return <Points block={block} />
    case 'checks':
      return <Checks block={block} />
    case 'rows':
      return <Rows rows={block.rows} />
    case 'table':
      return <PaperTable table={block} />
    case 'notice':
      return <Notice block={block} />
    case 'story':
      return <Story block={block} />
    case 'writing-space':
      return <WritingSpace block={block} />
    case 'exhibit-page':
      return <p>{block.alt}</p>
    case 'signature':
      return <PaperSignature block={block} />
  }
}

function Contents({ block }: { readonly block: Of<'contents'> }) {
  const { anchors } = usePaper()
  return (
    <ul className="link-list" role="list">
      {block.entries.map(({ sheet, ...said }) => (
        <li key={sheet}>
          <a href={`#${anchors[sheet] ?? ''}`}>
            <span>
              <Said {...said} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Address({ block }: { readonly block: Of<'address'> }) {
  return (
    <p className="paper-address">
      {block.lines.map((line, index) => (
        <bdi key={index}>{line}</bdi>
      ))}
      {block.blank ? <Blank /> : null}
    </p>
  )
}

function Figure({ block }: { readonly block: Of<'figure'> }) {
  return (
    <div className="card flow-tight">
      <p>{block.label}</p>
      <p className="figure-money">{block.text}</p>
      {block.note ? <p className="soft">{block.note}</p> : null}
    </div>
  )
}

function Points({ block }: { readonly block: Of<'points'> }) {
  const items = block.items.map((item, index) => <PointItem key={index} point={item} />)
  return block.ordered ? <ol className="list-steps">{items}</ol> : <ul className="list">{items}</ul>
}

function PointItem({ point }: { readonly point: Point }) {
  return (
    <li>
      <Said text={point.text} translation={point.translation} />
      {point.notes?.map((note, index) => (
        <p className="citation" key={index}>
          {note}
        </p>
      ))}
    </li>
  )
}

/** Boxes that the person ticks on paper. The page shows and names them, but offers no control. */
function Checks({ block }: { readonly block: Of<'checks'> }) {
  const { t } = useTranslation()
  return (
    <ul className="paper-checks" role="list">
      {block.items.map((item, index) => (
        <li key={index}>
          <Remark className="sr-only">{t('flow:paper.box')} </Remark>
          <span>
            <Said text={item.text} translation={item.translation} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl className="paper-rows">
      {rows.map((row, index) => (
        <div key={index}>
          <dt>
            <Said text={row.label} translation={row.labelTranslation} />
          </dt>
          <dd className={row.open ? 'soft' : undefined}>
            {row.blank ? <Blank /> : <Said text={row.value} translation={row.valueTranslation} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Notice({ block }: { readonly block: Of<'notice'> }) {
  return (
    <div className="notice flow-tight">
      {block.title ? (
        <p>
          <strong>
            <Said text={block.title} translation={block.titleTranslation} />
          </strong>
        </p>
      ) : null}
      <p>
        <Said text={block.text} translation={block.translation} />
      </p>
    </div>
  )
}

function Story({ block }: { readonly block: Of<'story'> }) {
  const spoken = useSpoken(block.language)
  return (
    <div className="paper-story flow-tight" {...spoken}>
      {block.text
        .split('\n')
        .filter(line => line.trim())
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </div>
  )
}

function WritingSpace({ block }: { readonly block: Of<'writing-space'> }) {
  const { t } = useTranslation()
  return (
    <p>
      <Said text={block.label} translation={block.labelTranslation} /> <Remark>{t('flow:paper.space', { count: block.lines })}</Remark>
    </p>
  )
}

function Blank() {
  const { t } = useTranslation()
  return <Remark>{t('flow:paper.blank')}</Remark>
}
