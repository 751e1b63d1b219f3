import { tmpdir } from 'node:os'
import path from 'node:path'

/** Ports of the app under test and of the neutral page on another site that the exit leads to. */
export const APP_PORT = 4517
export const EXIT_PORT = 4518
export const APP = `http://127.0.0.1:${APP_PORT}`
export const EXIT = `http://localhost:${EXIT_PORT}/`
/** Data folder of the app under test. Some tests look into it. */
export const DATA = path.join(tmpdir(), `browser-tests-${APP_PORT}`)
