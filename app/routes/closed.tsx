import { redirectDocument } from '@remix-run/node'
import { DOOR_PATH } from '#app/security/headers.server.ts'

/** Answers requests of another window's page after an exit: the whole window goes to the exit page. */
export const loader = () => redirectDocument(DOOR_PATH, 303)
export const action = loader
