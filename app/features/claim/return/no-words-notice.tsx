import type { NoWords } from './no-words.server.ts'

/** Tells a person who has answered much but has no phrase what a pause would lose. Shows nothing to other people. */
export function NoWordsNotice({ noWords }: { readonly noWords: NoWords | null }) {
  return noWords ? (
    <section className="notice notice-care flow-tight">
      <h2>{noWords.title}</h2>
      <p>{noWords.text}</p>
      <p>
        <a href="/claim/save">{noWords.make}</a>
      </p>
    </section>
  ) : null
}
