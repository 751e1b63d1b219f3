/** The name of a kind of error, as programmers write it. Any other text could be what a person typed. */
const KIND = /^[A-Za-z]{1,60}$/
/** A line of a stack that names a place in a program's file. */
const FRAME = /^\s+at (?:.{1,120} \()?(?:file:\/\/|\/|node:).{1,300}:\d+:\d+\)?$/
const OF_OTHERS = /node_modules|\bnode:/
const MOST_FRAMES = 6

/**
 * Logs the kind of an error and the place in our code where it arose, and nothing else, because a message can contain what a person
 * typed, an address or a database statement. Every error that the server logs after it has started goes through here.
 * @param what the word before the kind
 */
export function logError(error: unknown, what = 'error'): void {
  if (!(error instanceof Error)) return console.error(`${what}: not an Error object`)
  console.error([`${what}: ${KIND.test(error.name) ? error.name : 'Error'}`, ...framesOf(error)].join('\n'))
}

/** Stack frames of our code; if there are none, frames of other code. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  // Lines of a message can look like frames.
  const after = message === '' ? 0 : stack.indexOf(message) + message.length
  const frames = stack
    .slice(after)
    .split('\n')
    .filter(line => FRAME.test(line))
  const ours = frames.filter(line => !OF_OTHERS.test(line))
  return (ours.length > 0 ? ours : frames).slice(0, MOST_FRAMES)
}

/** The status, 400 to 499, of an error that the client caused, as Express, its middleware and Remix set it; `null` for any other error. */
export function clientStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error) || typeof error.status !== 'number') return null
  return error.status >= 400 && error.status < 500 ? error.status : null
}
