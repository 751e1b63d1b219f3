/** Answers every address that is not a page with 404. Because it is a route, its page has the frame that all pages have. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
