/** Where the browser tests find the app, and the neutral page that the exit leads to, on another site. */
export const APP_PORT = 4517
export const EXIT_PORT = 4518
export const APP = `http://127.0.0.1:${APP_PORT}`
export const EXIT = `http://localhost:${EXIT_PORT}/`
