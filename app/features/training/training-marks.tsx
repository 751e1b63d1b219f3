import type { PanelGroup, PanelLine, PanelView } from './panel-view.server.ts'
import type { TrainingFrame } from './training-frame.server.ts'

const FAINT_LINES = Array.from({ length: 12 }, (_, index) => index)

/** The band that says on every page that this is training. */
export function TrainingBand({ frame }: { readonly frame: TrainingFrame }) {
  return (
    <aside className="training-band" aria-label={frame.name}>
      <strong>{frame.watermark}</strong>
      <a href={frame.peoplePath}>{frame.people}</a>
    </aside>
  )
}

/** The words of the band, drawn faintly behind the page. */
export function TrainingMark({ frame }: { readonly frame: TrainingFrame }) {
  return (
    <div className="training-mark" aria-hidden="true">
      {FAINT_LINES.map(index => (
        <span key={index}>{frame.watermark}</span>
      ))}
    </div>
  )
}

/** The panel about the statechart and the rules: below the page, or beside it if there is room. */
export function TrainingPanel({ panel }: { readonly panel: PanelView }) {
  return (
    <aside className="training-panel" aria-label={panel.title}>
      <details open>
        <summary>{panel.title}</summary>
        {panel.groups.map(group => (
          <Group key={group.title} group={group} />
        ))}
      </details>
    </aside>
  )
}

function Group({ group }: { readonly group: PanelGroup }) {
  return (
    <section className="flow-tight">
      <h2>{group.title}</h2>
      <ul className="list-plain" role="list">
        {group.lines.map((line, index) => (
          // Two lines may have the same text, so the index is the key.
          <Line key={index} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line: { label, code, text, source } }: { readonly line: PanelLine }) {
  return (
    <li>
      {label ? <p className="soft">{label}</p> : null}
      {code ? (
        <p>
          <code>{code}</code>
        </p>
      ) : null}
      {text ? <p>{text}</p> : null}
      {source ? <p className="citation">{source}</p> : null}
    </li>
  )
}
