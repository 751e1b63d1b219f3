/** Sentences for the operator of the server about errors of the database, by codes of SQLite, PostgreSQL, Prisma and the system. */
const TROUBLES: readonly (readonly [codes: RegExp, sentence: string])[] = [
  [
    /^(SQLITE_(CORRUPT|NOTADB)|XX00[12]$)/,
    'The database is damaged. Stop the server, keep the damaged database, and restore the newest backup: docs/deploy.md, "Restoring".',
  ],
  [/^(SQLITE_FULL|53100$|ENOSPC$|EDQUOT$)/, 'The disk of the database is full. Make room on it. What was saved before is not lost.'],
  [
    /^(SQLITE_IOERR|58030$)/,
    'The disk of the database could not be read or written. Look at the disk and the log of the system; if it is broken, restore the newest backup on another: docs/deploy.md, "Restoring".',
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/,
    'The database cannot be opened for writing. DATA_DIR and all in it must belong to the user of the service, on a disk that is not mounted read-only.',
  ],
  [
    /^(42501|25006)$/,
    'The database server does not let the user in DATABASE_URL change this database. Give that user the database as its owner, and name a server that is no read-only copy.',
  ],
  [
    /^(SQLITE_(BUSY|LOCKED)|55P03$|P2028$)/,
    'The database was held by another process for too long. Try again; if this goes on, look for a command that still runs.',
  ],
  [
    /^(28000|28P01|3D000|AuthenticationFailed|DatabaseAccessDenied|DatabaseDoesNotExist)$/,
    'The database server refused the user, the password or the name of the database in DATABASE_URL. Correct them.',
  ],
  [
    /^(TlsConnectionError|P1011)$/,
    'The certificate of the database server was refused. Correct the certificate, or sslmode in DATABASE_URL.',
  ],
  [
    /^(53300|TooManyConnections)$/,
    'The database server has no free connection. Let it have more (max_connections), or stop what else uses it.',
  ],
  [
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|08\w{3}|57P0[1-3]|DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/,
    'The database server cannot be reached at the address in DATABASE_URL. Start it, or correct the address.',
  ],
]

/** Messages of `pg` for a connection that ends while it is used, or is not made in time. These errors have no code. */
const NO_CONNECTION: ReadonlySet<unknown> = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])

/**
 * One sentence for the operator of the server: what is wrong with the database, and what to do. It never contains the message of the
 * error, because a message can contain what a person typed.
 * @returns `null` if the error does not come from the database
 */
export function databaseTrouble(error: unknown): string | null {
  const known = knownTrouble(error)
  if (known) return known
  return isOfDatabase(error)
    ? `The database gave an error that has no sentence here: ${codesOf(error).join(', ') || nameOf(error)}. Look for it in the manual of SQLite, PostgreSQL or Prisma.`
    : null
}

/** Whether the database cannot be used for now, for a reason that the operator can mend. A wrong query is not such a reason. */
export const isDatabaseOut = (error: unknown): boolean => knownTrouble(error) !== undefined

function knownTrouble(error: unknown): string | undefined {
  const codes = codesOf(error)
  return TROUBLES.find(([pattern]) => codes.some(code => pattern.test(code)))?.[1]
}

/** Properties of the errors of drivers, their adapters and Prisma. */
interface Parts {
  readonly name?: unknown
  readonly code?: unknown
  readonly severity?: unknown
  readonly syscall?: unknown
  readonly message?: unknown
  /** The driver's error, in an error of an adapter. */
  readonly cause?: { readonly originalCode?: unknown; readonly kind?: unknown }
  readonly meta?: { readonly driverAdapterError?: unknown }
}

const partsOf = (error: unknown): Parts => (typeof error === 'object' && error !== null ? error : {})
const nameOf = (error: unknown) => String(partsOf(error).name)

/** Whether an error comes from Prisma, an adapter, better-sqlite3 or a PostgreSQL server. */
const isOfDatabase = (error: unknown): boolean =>
  /^(Prisma|DriverAdapterError$|SqliteError$)/.test(nameOf(error)) || partsOf(error).severity !== undefined

/** Codes of a database error, with the driver's own code first. Of system errors, only those of a full disk or a connection count. */
function codesOf(error: unknown): string[] {
  const { code, cause, meta, message, syscall } = partsOf(error)
  if (NO_CONNECTION.has(message)) return ['ConnectionClosed']
  if (isOfDatabase(error)) return [...codesOf(meta?.driverAdapterError), ...[cause?.originalCode, cause?.kind, code].filter(isText)]
  const ofSystem = code === 'ENOSPC' || code === 'EDQUOT' || syscall === 'connect' || syscall === 'getaddrinfo' || syscall === 'read'
  return ofSystem && isText(code) ? [code] : []
}

const isText = (value: unknown): value is string => typeof value === 'string'
