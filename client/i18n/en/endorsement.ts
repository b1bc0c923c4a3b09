export const endorsement = {}
