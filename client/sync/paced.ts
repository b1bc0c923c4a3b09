/** Acts at once and then at most once in so many milliseconds, and always once more after it was last asked to. */
export function makePaced(act: () => void, gapMs: number): () => void {
  let resting = false
  let asked = false
  const go = (): void => {
    asked = false
    resting = true
    act()
    setTimeout(() => {
      resting = false
      if (asked) go()
    }, gapMs)
  }
  return () => {
    asked = true
    if (!resting) go()
  }
}
