const gapPx = 6
const marginPx = 8

/**
 * Puts a popover under (or, lacking room, above) the element it belongs to, inside the window. In script, because CSS
 * anchors are not yet in every browser a ministry uses; through the style object, which a strict content policy allows.
 */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): void {
  const around = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const room = document.documentElement
  const fromEnd = around.left + width > room.clientWidth - marginPx
  const left = fromEnd ? around.right - width : around.left
  const below = around.bottom + gapPx
  const top = below + height > room.clientHeight - marginPx ? around.top - gapPx - height : below
  popover.style.left = `${clamp(left, marginPx, room.clientWidth - width - marginPx)}px`
  popover.style.top = `${clamp(top, marginPx, Math.max(marginPx, room.clientHeight - height - marginPx))}px`
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
