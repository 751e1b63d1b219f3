/** Most parts of a form with a file: twice what our pages have. */
const MOST_PARTS = 16

/**
 * Reads a form with files that is already in memory.
 * @param type media type as the request states it, with the boundary
 * @returns null where it is no such form, or has more parts than any page of ours
 */
export async function findParts(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData | null> {
  if (!/^multipart\/form-data\s*;/i.test(type) || countParts(bytes, boundaryOf(type)) > MOST_PARTS) return null
  try {
    // Node's own reader of forms: it takes names with semicolons, quotes and other alphabets.
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
  } catch {
    return null
  }
}

/** The boundary between the parts of a form; empty where the media type names none. */
export const boundaryOf = (type: string): string => /boundary="?([^";]+)/i.exec(type)?.[1] ?? ''

function countParts(bytes: Buffer, boundary: string): number {
  const line = `--${boundary}`
  let count = 0
  for (let at = bytes.indexOf(line); at >= 0 && count <= MOST_PARTS; at = bytes.indexOf(line, at + line.length)) count++
  return count
}
