import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { showToast } from '#client/ui'
import type { AgendaItemId } from '#shared/core'
import type { Spot } from '#shared/meeting'
import { moveItem, type FloorItem } from '../api/meeting.ts'
import { sentenceFor } from '../api/sentence.ts'
import { arranged, droppedAt, stepTo, type Direction } from './agenda-moves.ts'

export interface Drop {
  readonly target: AgendaItemId
  readonly side: 'before' | 'after'
}

/** The order of an agenda under the hand of whoever arranges it. */
export interface Arranging {
  /** As arranged here, until the server's answer takes its place. */
  readonly items: Accessor<readonly FloorItem[]>
  /** Their ids: the same array while the order is the same, so that a row keeps its focus at a new answer. */
  readonly order: Accessor<readonly AgendaItemId[]>
  /** What was moved where, for those who hear it. */
  readonly said: Accessor<string>
  readonly canStep: (id: AgendaItemId, direction: Direction) => boolean
  readonly step: (id: AgendaItemId, direction: Direction) => void
  /** The item being dragged, and where it would be dropped. */
  readonly dragged: Accessor<AgendaItemId | null>
  readonly drop: Accessor<Drop | null>
  readonly drag: (id: AgendaItemId, event: PointerEvent) => void
  readonly endDrag: (wanted: boolean) => void
}

/** Within so many pixels of the window's edge a drag takes the page along, by a part of that at each movement. */
const edgePx = 64

function scrollAtEdge(y: number): void {
  const [above, below] = [edgePx - y, y - (innerHeight - edgePx)]
  if (above > 0) scrollBy(0, -above / 4)
  else if (below > 0) scrollBy(0, below / 4)
}

/** @param list holds the rows, each with its item's id in `data-item` and its handle in `data-handle` */
export function createArranging(
  given: Accessor<readonly FloorItem[]>,
  list: () => HTMLElement | undefined,
  refetch: () => Promise<void>,
): Arranging {
  const t = useT()
  const [own, setOwn] = createSignal<readonly FloorItem[] | null>(null)
  const [said, setSaid] = createSignal('')
  const [dragged, setDragged] = createSignal<AgendaItemId | null>(null)
  const [drop, setDrop] = createSignal<Drop | null>(null)
  const items = (): readonly FloorItem[] => own() ?? given()
  let moves = 0
  // A row that is moved in the page, by whose act ever, loses the focus that was in it.
  const order = createMemo(
    () => {
      const focused = document.activeElement
      const ids = items().map(item => item.id)
      return { ids, focused: focused instanceof HTMLElement && list()?.contains(focused) ? focused : null }
    },
    undefined,
    { equals: (a, b) => a.ids.join() === b.ids.join() },
  )
  createEffect(on(order, ({ focused }) => focused?.focus(), { defer: true }))
  // Of several moves in a row each is seen at once; the server's word stands again when the last one is answered.
  createEffect(on(given, () => moves === 0 && setOwn(null), { defer: true }))

  const move = async (id: AgendaItemId, spot: Spot | null): Promise<void> => {
    const item = items().find(item => item.id === id)
    const title = item ? itemTitle(t, item) : ''
    const next = spot && arranged(items(), id, spot)
    if (!spot || !next) return void setSaid(t('meeting.agenda.notMoved', title))
    moves++
    setOwn(next)
    setSaid(t('meeting.agenda.moved', title, next.find(item => item.id === id)?.number ?? ''))
    const moved = await moveItem(id, spot)
    await refetch()
    moves--
    if (moves === 0) setOwn(null)
    if (!moved.ok) showToast(sentenceFor(t, moved.problem), 'alarm')
  }

  return {
    items,
    order: () => order().ids,
    said,
    canStep: (id, direction) => stepTo(items(), id, direction) !== null,
    step: (id, direction) => void move(id, stepTo(items(), id, direction)),
    dragged,
    drop,
    drag(id, event) {
      setDragged(id)
      scrollAtEdge(event.clientY)
      const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-item]')
      const target = items().find(item => item.id === row?.dataset['item'])
      if (!row || !target || !list()?.contains(row) || target.id === id) return void setDrop(null)
      const { top, height } = row.getBoundingClientRect()
      setDrop({ target: target.id, side: event.clientY < top + height / 2 ? 'before' : 'after' })
    },
    endDrag(wanted) {
      const [id, at] = [dragged(), drop()]
      setDragged(null)
      setDrop(null)
      if (wanted && id !== null && at !== null) void move(id, droppedAt(items(), id, at.target, at.side))
    },
  }
}
