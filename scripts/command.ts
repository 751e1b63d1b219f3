import { databaseTrouble } from '#app/database-trouble.server.ts'

/** The line that says why a command or a server ended: what is wrong, and what to do. */
export const sayFailure = (error: unknown): string => databaseTrouble(error) ?? (error instanceof Error ? error.message : String(error))

/** Does a command's work; where that fails, the command says so in one line and ends with 1. */
export async function runCommand(work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(sayFailure(error))
    process.exitCode = 1
  }
}
