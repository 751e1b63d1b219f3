import { useState } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { useInBrowser } from '#app/components/use-in-browser.ts'
import type { CopyLine, CopyView } from './copy.server.ts'

/** Whether this browser can copy text. The server answers no, so that a page without JavaScript has no copy buttons. */
const useKnowsCopying = () => useInBrowser(() => 'clipboard' in navigator, false)

/** Answers that a member types or pastes elsewhere, each with a button that copies it. */
export function CopyPage({ view }: { readonly view: CopyView }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async (text: string) => {
    // A browser may refuse. The member can then still select the text by hand.
    await navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    )
  }
  return (
    <Page title={t('casefile:copy.title')} back={view.back}>
      <p className="lede">{t('casefile:copy.lede')}</p>
      <p className="notice notice-care">{t('casefile:copy.care')}</p>
      <p className="sr-only" role="status">
        {copied === null ? null : t('casefile:copy.copied')}
      </p>
      {view.sections.map(({ title, entries }) => (
        <section className="flow-tight" key={title}>
          <h2 lang="en" dir="ltr">
            {title}
          </h2>
          {entries.map((lines, index) => (
            // Entries have no id, and their order never changes on this page.
            <dl className="answers copy-lines" lang="en" dir="ltr" key={index}>
              {lines.map(line => (
                <Line key={line.label} line={line} copied={copied} copy={copy} />
              ))}
            </dl>
          ))}
        </section>
      ))}
      <section className="flow-tight">
        <h2>{t('casefile:copy.story')}</h2>
        {view.story === null ? (
          <p>{t(view.storyShared ? 'terms:notAnswered' : 'review:storyNotShared')}</p>
        ) : (
          <>
            <p className="own-words" dir="auto">
              {view.story}
            </p>
            <CopyButton text={view.story} what={t('casefile:copy.story')} copied={copied} copy={copy} />
          </>
        )}
      </section>
    </Page>
  )
}

interface Copying {
  readonly copied: string | null
  readonly copy: (text: string) => Promise<void>
}

function Line({ line: { label, value, open, parts }, ...copying }: Copying & { readonly line: CopyLine }) {
  return (
    <div className="answer">
      <dt>{label}</dt>
      <dd className={open ? 'soft' : undefined}>
        <bdi>{value}</bdi> {open ? null : <CopyButton text={value} what={label} {...copying} />}
        {parts.length > 0 ? (
          <ul className="copy-parts" role="list">
            {parts.map((part, index) => (
              // Two parts of a name may be the same word, so the index is the key.
              <li key={index}>
                <bdi>{part}</bdi> <CopyButton text={part} what={`${label}: ${part}`} {...copying} />
              </li>
            ))}
          </ul>
        ) : null}
      </dd>
    </div>
  )
}

/** Shown only if the browser can copy; in other browsers the member selects the text by hand. */
function CopyButton({ text, what, copied, copy }: Copying & { readonly text: string; readonly what: string }) {
  const { t } = useTranslation()
  if (!useKnowsCopying()) return null
  return (
    <button className="link-button" type="button" onClick={() => void copy(text)}>
      {t(copied === text ? 'casefile:copy.done' : 'casefile:copy.copy')}
      <span className="sr-only">: {what}</span>
    </button>
  )
}
