export { DeletedPage as default } from '#app/features/claim/delete-page.tsx'
