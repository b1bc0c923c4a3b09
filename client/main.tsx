import { render } from 'solid-js/web'
import './ui/styles.css'
import { App } from './app/App.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
render(() => <App />, root)
