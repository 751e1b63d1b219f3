import type { BarLengths, EstimateView } from './estimate-view.server.ts'

/** Side of the square in which a bar is drawn; the style sheet stretches it. */
const SIDE = 100

/** The estimate as a picture: all years as one bar, and a block for each year. The words beside them say the same, so the picture is silent. */
export function EstimateDrawing({ view }: { readonly view: EstimateView }) {
  return (
    <div className="estimate">
      <Bar className="estimate-all" at={view.all} />
      <p className="estimate-ends small soft" aria-hidden="true">
        {view.ends.map(end => (
          <span key={end}>{end}</span>
        ))}
      </p>
      <ul className="estimate-years" role="list">
        {view.years.map(({ when, words, bar }) => (
          <li key={when}>
            <Bar className="estimate-year" at={bar} upright />
            <p className="estimate-when">{when}</p>
            {words.map(text => (
              <p className="small" key={text}>
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p className="small soft">{view.notes.join(' ')}</p>
    </div>
  )
}

/** The low amount is filled, what lies between it and the high one has a dashed edge, and a line is the most. */
function Bar({ className, at, upright = false }: { readonly className: string; readonly at: BarLengths; readonly upright?: boolean }) {
  const [low, high] = [at.low * SIDE, at.high * SIDE]
  const between = (from: number, to: number) =>
    upright ? { x: 0, y: SIDE - to, width: SIDE, height: to - from } : { x: from, y: 0, width: to - from, height: SIDE }
  return (
    <svg className={className} viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {low > 0 ? <rect className="bar-low" {...between(0, low)} /> : null}
      {high > low ? <rect className="bar-high" {...between(low, high)} /> : null}
      {upright ? <path className="bar-most" d={`M0 0H${SIDE}M0 ${SIDE}H${SIDE}`} /> : <rect className="bar-most" {...between(0, SIDE)} />}
    </svg>
  )
}
