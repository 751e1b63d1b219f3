import { redirectDocument } from '@remix-run/node'
import { DOOR_PATH } from '#app/security/headers.server.ts'

/** Answers what a page in another window asks for after an exit: the whole window goes to the door. */
export const loader = () => redirectDocument(DOOR_PATH, 303)
export const action = loader
