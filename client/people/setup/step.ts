import type { SetStoreFunction } from 'solid-js/store'
import type { SetupForm } from './form.ts'

/** What every step of the wizard is given. */
export interface StepProps {
  readonly form: SetupForm
  readonly set: SetStoreFunction<SetupForm>
}

/** Stricter than the browser's own check of an address: the server asks for a dot after the @. */
export const emailPattern = '[^\\s@]+@[^\\s@]+\\.[^\\s@]+'
