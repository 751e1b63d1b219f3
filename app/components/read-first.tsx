/** Help that a person must see before they answer: a sentence or more, and its points as a list. */
export function ReadFirst({ help, points }: { readonly help: string; readonly points: readonly string[] }) {
  return (
    <div className="notice notice-care flow-tight">
      <p>{help}</p>
      {points.length > 0 ? (
        <ul className="list">
          {points.map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
