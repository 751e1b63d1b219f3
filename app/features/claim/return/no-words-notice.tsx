import { Link } from '@remix-run/react'
import type { NoWords } from './no-words.server.ts'

/** Tells somebody who has answered much and has no words yet what a pause would lose; nothing to everybody else. */
export function NoWordsNotice({ noWords }: { readonly noWords: NoWords | null }) {
  return noWords ? (
    <section className="notice notice-care flow-tight">
      <h2>{noWords.title}</h2>
      <p>{noWords.text}</p>
      <p>
        <Link to="/claim/save">{noWords.make}</Link>
      </p>
    </section>
  ) : null
}
