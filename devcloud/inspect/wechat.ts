import type { World } from '../wire/world'

/** Messages shown at a time. */
const LATEST = 100

/** What went through WeChat: messages, events pushed to functions, pictures whose verdict is due, what moderation is to say; and what services beside WeChat were handed. */
export const readWechat = ({ messages, openApi, templates, people, outside }: World) => ({
  messages: messages.latest(LATEST),
  pushes: openApi.push.latest(),
  waiting: openApi.mediaChecks.waiting(),
  rules: openApi.moderation.list(),
  templates: [...templates.values()].map(({ id, title }) => ({ id, title })),
  people: people.ofWechat(),
  outside: outside?.deliveries.latest(LATEST) ?? null,
})
