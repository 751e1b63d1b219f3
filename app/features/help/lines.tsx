import { useTranslation } from '#app/components/use-translation.ts'
import { PhoneLink } from '#app/components/phone-link.tsx'
import type { LineView } from './line-view.server.ts'

/** Ways to reach one line. */
export function LineWays({ line }: { readonly line: LineView }) {
  const { t } = useTranslation()
  const { phone, text, tty } = line
  return (
    <>
      {phone ? <PhoneLink number={phone} label={t('help:page.call', { number: phone })} /> : null}
      {text ? (
        <a className="phone" href={`sms:${text.number}`}>
          {text.word ? t('help:page.textWord', { word: text.word, number: text.number }) : t('help:page.text', { number: text.number })}
        </a>
      ) : null}
      {tty ? <span>{t('help:page.tty', { number: tty })}</span> : null}
    </>
  )
}

/** Help lines, each with what it is for. */
export function Lines({ lines }: { readonly lines: readonly LineView[] }) {
  const { t } = useTranslation()
  return (
    <ul className="list-plain" role="list">
      {lines.map(line => (
        <li className="card flow-tight" key={line.id}>
          <h3 lang="en">{line.name}</h3>
          <p>{t(`help:lines.${line.id}`)}</p>
          {line.always ? <p>{t('help:page.always')}</p> : null}
          <p className="ways">
            <LineWays line={line} />
          </p>
          {line.mayHaveChanged ? <p className="citation">{t('help:page.check')}</p> : null}
        </li>
      ))}
    </ul>
  )
}
