import { assertNever } from '#shared/core'
import type { ItemType } from '#shared/meeting'
import { outcomes } from '#shared/motion'
import { useFormat, type Format, type Translate } from '#client/i18n'
import { motionProblem } from '#client/motion'
import { itemTitle } from '#client/titles'
import type { ApiProblem } from '../../api/call.ts'
import { sentenceFor } from '../../api/sentence.ts'
import type { News } from './news.ts'
import { isSameDay } from './resumption.ts'
import type { OpenRoom } from './room.ts'

/** What became of an act in the room, and what the reader can do: of a vote in the words of votes. */
export function roomSentence(problem: ApiProblem, t: Translate, format: Format): string {
  const sentence = sentenceFor(t, problem)
  return sentence === t('problems.unknown') ? motionProblem(problem, t, format) : sentence
}

/** A vote by its item: one on an amendment does not decide the item. [V4] */
export function voteTitle(
  vote: { readonly title: string; readonly type: ItemType; readonly onAmendment: boolean },
  t: Translate,
): string {
  return vote.onAmendment ? t('titles.amendment', vote.title) : itemTitle(t, vote)
}

/** An outcome as the floor names it. */
export function outcomeWord(outcome: string, t: Translate): string {
  const known = outcomes.find(one => one === outcome)
  return known ? t(`motion.outcome.${known}`) : outcome
}

/** News as it is said aloud. */
export function newsSentence(news: News, t: Translate): string {
  switch (news.kind) {
    case 'state':
      return t(`room.news.state.${news.state}`)
    case 'item':
      return t('room.news.item', news.number, itemTitle(t, news))
    case 'betweenItems':
      return t('room.news.betweenItems')
    case 'speaker':
      return t('room.news.speaker', news.name)
    case 'voteOpened':
      return t('room.news.voteOpened', voteTitle(news, t))
    case 'voteOver':
      return t('room.news.voteOver', voteTitle(news, t), outcomeWord(news.outcome, t))
    default:
      return assertNever(news)
  }
}

/** A moment of this meeting as it is said in the room: the time, with its day where that is not today. */
export function createMoment(room: Pick<OpenRoom, 'floor' | 'now'>): (at: number) => string {
  const format = useFormat()
  return at => (isSameDay(room.floor().timeZone, at, room.now()) ? format().time(at) : format().dateTime(at))
}
