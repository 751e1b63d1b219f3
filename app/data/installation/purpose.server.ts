import type { Purpose } from '#app/settings.server.ts'

/** A data folder was opened for what it is not for. The server must not start. */
export class PurposeError extends Error {
  override name = 'PurposeError'
}

/**
 * The sentence that says what to do.
 * @param found what the database says that it is for
 */
export function purposeError(found: string, wanted: Purpose, dataDirectory: string): PurposeError {
  return new PurposeError(
    wanted === 'training'
      ? `The folder ${dataDirectory} holds ${found}, not training data. Training never opens it. Set TRAINING_DATA_DIR to a folder of its own.`
      : `The folder ${dataDirectory} holds ${found} data, not claims. Start it with "npm run training", or set DATA_DIR to another folder.`,
  )
}
