import { describe, expect, test } from 'vitest'
import { itemChangeBody, meetingChangeBody, seriesBody } from './schema.ts'

const taken = (change: object) => meetingChangeBody.safeParse(change).success

describe('the address of a remote room', () => {
  test.each([
    ['https://meet.example.org/room-5', true],
    ['https://meet.example.org/@room', true],
    ['https://meet.example.org@evil.org/', false],
    ['https://a@evil.org', false],
    ['https://a:b@evil.org', false],
    ['http://meet.example.org', false],
    ['https:a@evil.org', false],
    ['nowhere', false],
    ['', false],
  ])('[M1] %s: %s', (link, outcome) => {
    expect(taken({ link })).toBe(outcome)
  })
})

describe('a title', () => {
  test.each(['', ' ', '\u200b', '\u200b\u200d\ufeff', '\u00ad', '\u2060 \u200e', '\u3164', '\u0301', '\r\n'])(
    '[M1] of nothing that is seen, %j, is none',
    title => {
      expect(taken({ title })).toBe(false)
      expect(itemChangeBody.safeParse({ title }).success).toBe(false)
      expect(seriesBody.shape.title.safeParse(title).success).toBe(false)
    },
  )

  test.each([
    ['Ninth meeting', 'Ninth meeting'],
    ['Заседание № 9', 'Заседание № 9'],
    ['نشست\u200cها', 'نشست\u200cها'],
    ['Ninth\r\nmeeting', 'Ninth meeting'],
    ['Ninth\u2028meeting\u0007', 'Ninth meeting'],
    ['Ninth \u202emeeting', 'Ninth  meeting'],
  ])('[M1] %j is one line: %j', (title, kept) => {
    expect(meetingChangeBody.parse({ title })).toEqual({ title: kept })
  })

  test('[M1] like a place, which may say nothing', () => {
    expect(meetingChangeBody.parse({ place: 'Room 4,\nsecond floor\u0000' })).toEqual({ place: 'Room 4, second floor' })
    expect(meetingChangeBody.parse({ place: '' })).toEqual({ place: '' })
  })
})
