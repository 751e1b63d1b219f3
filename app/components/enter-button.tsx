/**
 * The button that Enter presses: browsers take the first one of a form in the page. It stands before buttons that do something else, such as
 * one that takes an entry out or leads to Help.
 * @param form id of the form, where the button stands outside of it
 */
export const EnterButton = ({ value, form }: { readonly value: string; readonly form?: string }) => (
  <button className="sr-only" type="submit" form={form} name="intent" value={value} tabIndex={-1} aria-hidden="true" />
)
