/** Characters in a seat's label: a line of the composition table. */
export const seatLabelLimit = 120
/** Characters in a group's name. */
export const groupNameLimit = 120
/** Characters in a group's code: it stands in addresses and in tables. */
export const groupCodeLimit = 32
/** Lower-case words joined by hyphens. */
export const groupCodePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
