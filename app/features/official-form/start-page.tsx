import { Page } from '#app/components/page.tsx'
import type { StartView } from './form-view.server.ts'

/** The official form of this installation: its pages, how many fields are undecided on each, and its map as a file. */
export function StartPage({ view: { sentences, mapPath, pages } }: { readonly view: StartView }) {
  return (
    <Page title={sentences.title}>
      <p className="lede">{sentences.lede}</p>
      <p>{sentences.version}</p>
      <h2>{sentences.pages}</h2>
      <ul className="list-plain" role="list">
        {pages.map(page => (
          <li className="card flow-tight" key={page.path}>
            <a href={page.path}>{page.label}</a>
            <p>{page.count}</p>
            {page.undecided === null ? null : <p className="soft">{page.undecided}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href={mapPath} download>
          {sentences.download}
        </a>
      </p>
    </Page>
  )
}
