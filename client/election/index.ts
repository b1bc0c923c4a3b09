export { ElectionPanel } from './ElectionPanel.tsx'
