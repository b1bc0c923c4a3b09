import { createSignal, type Accessor } from 'solid-js'

export type ScreenTheme = 'light' | 'dark'

export interface ScreenThemes {
  /** Undefined follows the device. */
  readonly shown: Accessor<ScreenTheme | undefined>
  readonly choose: (theme: ScreenTheme) => void
}

const storageKey = 'plenary.screenTheme'

/** Light or dark on the wall, apart from how the same browser shows the workspace: a lit room wants light. */
export function createScreenTheme(): ScreenThemes {
  const [shown, setShown] = createSignal<ScreenTheme | undefined>(kept())
  return {
    shown,
    choose: theme => {
      setShown(theme)
      try {
        localStorage.setItem(storageKey, theme)
      } catch {
        // storage refused: the choice lasts as long as the page
      }
    },
  }
}

function kept(): ScreenTheme | undefined {
  try {
    const theme = localStorage.getItem(storageKey)
    return theme === 'light' || theme === 'dark' ? theme : undefined
  } catch {
    return undefined
  }
}
