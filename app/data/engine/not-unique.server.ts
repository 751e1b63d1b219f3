import { Prisma } from '../generated/sqlite/client.ts'

/** Prisma's code for "such a value exists already". */
const NOT_UNIQUE = 'P2002'

/** Whether a row was not written because another row has a value that must be unique. */
export const isNotUnique = (error: unknown): boolean => error instanceof Prisma.PrismaClientKnownRequestError && error.code === NOT_UNIQUE
