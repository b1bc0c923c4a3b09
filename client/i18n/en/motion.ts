export const motion = {}
