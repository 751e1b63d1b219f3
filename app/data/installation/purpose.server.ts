import type { Purpose } from '#app/settings.server.ts'

/** A data folder was opened for another purpose than its own. The server must not start. */
export class PurposeError extends Error {
  override name = 'PurposeError'
}

/**
 * Makes the error for a folder of another purpose; its message says what to do.
 * @param found purpose that the database states
 */
export function purposeError(found: string, wanted: Purpose, dataDirectory: string): PurposeError {
  return new PurposeError(
    wanted === 'training'
      ? `The folder ${dataDirectory} holds ${found}, not training data. Training never opens it. Set TRAINING_DATA_DIR to a folder of its own.`
      : `The folder ${dataDirectory} holds ${found} data, not claims. Start it with "npm run training", or set DATA_DIR to another folder.`,
  )
}
