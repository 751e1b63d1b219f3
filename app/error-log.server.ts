/** A name of a kind of error, as programmers write it; anything else could be what somebody typed. */
const KIND = /^[A-Za-z]{1,60}$/
/** A line that says where in a file of a program something was called. */
const FRAME = /^\s+at (?:.{1,120} \()?(?:file:\/\/|\/|node:).{1,300}:\d+:\d+\)?$/
const OF_OTHERS = /node_modules|\bnode:/
const MOST_FRAMES = 6

/**
 * Writes of an error its kind and where in our code it arose, and nothing else: a message can hold what somebody typed, an address or a
 * statement to the database. Every error that the server writes after it has started goes through here.
 * @param what the word before it
 */
export function logError(error: unknown, what = 'error'): void {
  if (!(error instanceof Error)) return console.error(`${what}: not an Error object`)
  console.error([`${what}: ${KIND.test(error.name) ? error.name : 'Error'}`, ...framesOf(error)].join('\n'))
}

/** Frames of our code; where there are none, those of others. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  // A message of several lines can look like frames.
  const after = message === '' ? 0 : stack.indexOf(message) + message.length
  const frames = stack
    .slice(after)
    .split('\n')
    .filter(line => FRAME.test(line))
  const ours = frames.filter(line => !OF_OTHERS.test(line))
  return (ours.length > 0 ? ours : frames).slice(0, MOST_FRAMES)
}

/** The status between 400 and 499 of an error that whoever asked has caused, as Express, its parts and Remix name it; `null` for every other error. */
export function clientStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error) || typeof error.status !== 'number') return null
  return error.status >= 400 && error.status < 500 ? error.status : null
}
