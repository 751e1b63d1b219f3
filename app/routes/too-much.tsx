import { tooMuch } from '#app/security/forms/read-body.server.ts'

/** The answer to a form that is larger than its page accepts. The server itself routes such requests to here. */
export function loader(): never {
  throw tooMuch()
}

export const action = loader

export default function TooMuch() {
  return null
}
