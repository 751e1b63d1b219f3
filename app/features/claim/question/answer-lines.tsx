import type { AnswerLine } from './answer-words.server.ts'

/** An answer, line by line. */
export function AnswerLines({ lines }: { readonly lines: readonly AnswerLine[] }) {
  return (
    <ul className="answer-lines" role="list">
      {lines.map(({ label, words, open }, index) => (
        // Two lines may have the same text, so the index is the key.
        <li key={index} className={open ? 'soft' : undefined}>
          {label ? <span className="answer-label">{label}</span> : null}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}
