import type { Random } from './random.ts'
import { BOUNDARY, type Outgoing } from './outgoing.ts'

/** A word in what is sent and in addresses; the server's log may never hold it. */
export const MARK = 'zq7fuzzmark'

type Change = (request: Outgoing, random: Random) => Outgoing

/** Names that every object has. */
const PROTOTYPE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const
/** Names that programs trip over. */
const NAMES = ['intent', 'seen', 'a[b]', 'a.b', 'items[0]', '', MARK] as const
const VALUES = [
  ...NAMES,
  'null',
  'undefined',
  '[object Object]',
  '{"a":1}',
  '-1',
  '1e309',
  '9007199254740993',
  '0000-00-00',
  '2026-02-30',
  '\u0000',
  '\ud800',
  '\u202e\u0627',
  `<b>${MARK}</b>`,
  "'; --",
] as const
const METHODS = ['DELETE', 'PUT', 'PATCH', 'TRACE', 'OPTIONS', 'HEAD', 'PROPFIND'] as const
const PATHS = [
  `/${MARK}%zz`,
  `/calendar/${MARK}%zz.ics`,
  `/assets/${MARK}%c0.js`,
  `/__manifest?version=1&p=/${MARK}%25zz`,
  `/__manifest?p=/claim/${MARK}`,
  `http://${MARK}:a/`,
  `http://${MARK}/claim`,
  `//${MARK}//claim`,
  `/..%2f..%2f${MARK}`,
  `/%00${MARK}`,
  `/?_data=${MARK}`,
  `/claim?index=${MARK}&index&index=%zz`,
  `/claim.data?_routes=${MARK},__proto__`,
  `/claim/q/__proto__`,
  `/work/cases/constructor`,
  `/${MARK.repeat(200)}`,
] as const
const ORIGINS = ['null', 'http://evil.example', 'https://evil.example:8443', MARK, '%zz', 'http://'] as const
const HEADERS = [
  ['Accept-Language', `${MARK};q=x, *;q=9, ${'a-'.repeat(500)}`],
  ['Accept-Language', '\u00ff\u00fe'],
  ['Host', `${MARK}:99999`],
  ['Host', `[${MARK}`],
  ['X-Forwarded-For', MARK],
  ['X-Forwarded-Host', MARK],
  ['Range', `bytes=${MARK}`],
  ['If-None-Match', MARK],
  ['If-Modified-Since', MARK],
  ['Accept-Encoding', MARK],
  ['User-Agent', `${MARK} Googlebot/2.1`],
  ['Content-Encoding', 'gzip'],
  ['Sec-Fetch-Site', MARK],
  ['X-HTTP-Method-Override', 'DELETE'],
] as const
const COOKIES = [
  's=x; d=y; w=z; v=1; i=2; lang=3',
  `lang=${MARK}; lang=es`,
  'd; =; ;;=;d==',
  'lang=__proto__',
  `s=${'A'.repeat(3_000)}`,
  'v=left-1',
] as const
const BROKEN_BODIES = [
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${MARK}"\r\n\r\nhalf`,
  `--${BOUNDARY}\r\n${MARK}\r\n--${BOUNDARY}--`,
  `--other\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--other--\r\n`,
  '',
  `\u0000${MARK}`,
] as const
const TYPES = [
  'application/json',
  'text/plain',
  'multipart/form-data',
  `multipart/form-data; boundary=${MARK}`,
  MARK,
  'application/octet-stream',
] as const

const withField = (request: Outgoing, at: number, field: Outgoing['fields'][number]): Outgoing => ({
  ...request,
  fields: request.fields.with(at, field),
})
const withHeaders = (request: Outgoing, headers: Outgoing['headers']): Outgoing => ({
  ...request,
  headers: { ...request.headers, ...headers },
})
/** Changes one field of a request that has some. */
const changingOne =
  (change: (request: Outgoing, at: number, random: Random) => Outgoing): Change =>
  (request, random) =>
    request.fields.length === 0 ? request : change(request, random.below(request.fields.length), random)

/** How requests differ from those of an honest person; all of it is harmless data. */
export const KINDS = {
  honest: request => request,
  missing: changingOne((request, at) => ({ ...request, fields: request.fields.toSpliced(at, 1) })),
  extra: (request, random) => ({ ...request, fields: [...request.fields, [random.pick(NAMES), random.pick(VALUES)]] }),
  duplicated: changingOne((request, at) => ({ ...request, fields: [...request.fields, ...request.fields.slice(at, at + 1)] })),
  mutated: changingOne((request, at, random) => withField(request, at, [request.fields[at]?.[0] ?? '', random.pick(VALUES)])),
  prototype: changingOne((request, at, random) => {
    const [name = '', value = ''] = request.fields[at] ?? []
    return withField(request, at, random.oneIn(3) ? [random.pick(PROTOTYPE), value] : [name, random.pick(PROTOTYPE)])
  }),
  long: changingOne((request, at, random) =>
    withField(request, at, [request.fields[at]?.[0] ?? '', `${MARK} `.repeat(random.pick([50, 500, 5_000]))]),
  ),
  file: changingOne((request, at) => ({
    ...withField(request, at, [request.fields[at]?.[0] ?? '', { fileName: `${MARK}.pdf`, text: `%PDF-1.4 ${MARK}` }]),
    multipart: true,
  })),
  'other encoding': request => ({ ...request, multipart: !request.multipart }),
  'other type': (request, random) => withHeaders(request, { 'Content-Type': random.pick(TYPES) }),
  'broken body': (request, random) => ({ ...request, multipart: true, body: Buffer.from(random.pick(BROKEN_BODIES)) }),
  method: (request, random) => ({ ...request, method: random.pick(METHODS) }),
  address: (request, random) => ({ ...request, path: random.pick(PATHS) }),
  origin: (request, random) => withHeaders(request, { Origin: random.pick(ORIGINS) }),
  cookie: (request, random) => withHeaders(request, { Cookie: random.pick(COOKIES) }),
  header: (request, random) => withHeaders(request, Object.fromEntries([random.pick(HEADERS)])),
  'given up': request => ({ ...request, givenUp: true }),
} as const satisfies Readonly<Record<string, Change>>

export type Kind = keyof typeof KINDS

const ALL_KINDS = Object.keys(KINDS) as readonly Kind[]
const KINDS_LEFT_OUT: readonly Kind[] = []
/** The kinds that are sent where the command names none. */
export const USUAL_KINDS: readonly Kind[] = ALL_KINDS.filter(kind => !KINDS_LEFT_OUT.includes(kind))
