/** The stage says who opened this phone: /phone/<name>/. Read once: routes live in the hash and never change it. */
export const personName: string | null = /^\/phone\/([^/]+)(\/|$)/.exec(window.location.pathname)?.[1] ?? null
