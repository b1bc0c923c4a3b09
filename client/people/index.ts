export { SignInForms } from './SignInForms.tsx'
