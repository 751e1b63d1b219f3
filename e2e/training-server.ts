import { tmpdir } from 'node:os'
import path from 'node:path'

export const TRAINING_PORT = 4527
export const TRAINING = `http://127.0.0.1:${TRAINING_PORT}`
/** Data folder of the training server under test. */
export const TRAINING_DATA = path.join(tmpdir(), `browser-tests-${TRAINING_PORT}`)
