import { STAGE_WORDS } from '../../domain/case/stage'
import { AGREED_STORIES } from './stories/agreed'
import { gather, type Cast } from './stories/cast'
import { CLASS_STORIES } from './stories/classes'
import { DESK_STORIES, WITHOUT_DESK_STORIES } from './stories/desk'
import { GOODS_STORIES } from './stories/goods'
import { MONEY_STORIES } from './stories/money'
import { REFUSED_STORIES } from './stories/refused'
import { play, type Played, type Story } from './stories/story'

const ENDINGS = [...MONEY_STORIES, ...AGREED_STORIES, ...GOODS_STORIES, ...REFUSED_STORIES, ...DESK_STORIES]
const OF_EACH_CLASS = Object.entries(CLASS_STORIES)

function told({ filed, steps, ends }: Story): Played {
  return { filed, steps: steps.map(([, , then]) => then), ends }
}

describe('what everybody saw of it, step by step', () => {
  let cast: Cast
  beforeAll(async () => { cast = await gather(ENDINGS.length + OF_EACH_CLASS.length) }, 120_000)
  afterAll(() => cast.house.close())

  test.each(ENDINGS.map(story => [story.name, story] as const))('%s', async (_name, story) => {
    expect(await play(cast, story)).toEqual(told(story))
  })

  test.each(OF_EACH_CLASS.map(([caseClass, story]) => [caseClass, story.name, story] as const))('%s: %s', async (_class, _name, story) => {
    expect(await play(cast, story)).toEqual(told(story))
  })
})

test.each(WITHOUT_DESK_STORIES.map(story => [story.name, story] as const))('the desk ends its service: %s', async (_name, story) => {
  const cast = await gather(1)
  try {
    expect(await play(cast, story)).toEqual(told(story))
  } finally {
    await cast.house.close()
  }
})

test('the stories pass through every stage there is', () => {
  const passed = [...ENDINGS, ...WITHOUT_DESK_STORIES, ...OF_EACH_CLASS.map(([, story]) => story)].flatMap(({ filed, steps }) => [filed.stage, ...steps.map(([, , then]) => then.stage)])
  expect(Object.keys(STAGE_WORDS).filter(stage => !passed.some(s => s === stage))).toEqual([])
})
