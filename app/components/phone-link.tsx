/** Telephone address of a number as people write it; a North American number gets its country code. */
export function telephoneAddress(number: string): string {
  const digits = number.replace(/\D/g, '')
  if (digits.length === 10) return `tel:+1${digits}`
  return digits.length === 11 ? `tel:+${digits}` : `tel:${digits}`
}

/** A number that a phone can call with one press. */
export function PhoneLink({ number, label }: { readonly number: string; readonly label: string }) {
  return (
    <a className="phone" href={telephoneAddress(number)}>
      {label}
    </a>
  )
}
