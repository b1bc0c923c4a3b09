import { createMemo, type JSX } from 'solid-js'
import { encode } from 'uqr'

/** Light modules around the code, without which readers do not find it (ISO/IEC 18004, 6.3.8). */
const quietZone = 4

/** An address as a QR code, dark on light in either theme. */
export function QrCode(props: { readonly text: string; readonly label: string }): JSX.Element {
  const code = createMemo(() => encode(props.text, { ecc: 'M', border: quietZone }))
  const path = (): string =>
    code()
      .data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
      .join('')
  return (
    <svg
      class="screen-qr"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
    >
      <path d={path()} />
    </svg>
  )
}
