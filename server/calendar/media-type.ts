export const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH'
