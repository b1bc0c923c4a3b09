/** Why the server does not start, in a sentence for whoever starts it. Nothing is broken: something is to be set right. */
export class StartRefusal extends Error {}
