/** What `<input type="datetime-local">` shows of an instant: the reader's own wall clock, to the minute. */
export function localMinute(instant: number): string {
  const date = new Date(instant)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** @returns null while the field holds no whole date and time */
export function instantOf(text: string): number | null {
  const instant = new Date(text).getTime()
  return text === '' || Number.isNaN(instant) ? null : instant
}
