/** The few words of ours in a calendar; many programs show a title and nothing of a meeting's state. */
export interface CalendarWords {
  readonly cancelled: (title: string) => string
  readonly postponed: (title: string) => string
  readonly minutes: (meeting: string) => string
  readonly calendar: (of: string) => string
}

const en: CalendarWords = {
  cancelled: title => `Cancelled: ${title}`,
  postponed: title => `Postponed: ${title}`,
  minutes: meeting => `Minutes of “${meeting}”`,
  calendar: of => `Meetings: ${of}`,
}

const fr: CalendarWords = {
  cancelled: title => `Annulée\u202f: ${title}`,
  postponed: title => `Reportée\u202f: ${title}`,
  minutes: meeting => `Procès-verbal de «\u202f${meeting}\u202f»`,
  calendar: of => `Réunions\u202f: ${of}`,
}

/** @param locale as a person chose it */
export function wordsFor(locale: string): CalendarWords {
  return locale.startsWith('fr') ? fr : en
}
