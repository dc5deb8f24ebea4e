import { randomUUID } from 'node:crypto'
import type { People } from '../people/people'
import type { Moderation } from './moderation'
import { refusal, type WechatAnswer } from './refusals'

/** Letters; source: WeChat's `msgSecCheck`, content. */
const MAX_LETTERS = 2500

/** profile, comment, forum, social log */
const SCENES = [1, 2, 3, 4]

/** What both checks ask of their caller: version 2, a scene, and a person who was here within two hours. @returns what WeChat refuses */
export const checkedPerson = ({ openid, scene, version }: Record<string, unknown>, people: People): WechatAnswer | undefined => {
  if (version !== 2) return refusal(40097, 'version must be 2: the first is not offered any more')
  if (!SCENES.includes(scene as number)) return refusal(40097, 'scene')
  if (typeof openid !== 'string' || people.byOpenid(openid) === undefined) return refusal(40003)
  return people.wasHere(openid) ? undefined : refusal(61010)
}

/** `security.msgSecCheck`, version 2. errcode 0 says only that there is a verdict: it stands in `result.suggest`. */
export const checkText = (parameters: Record<string, unknown>, { people, moderation }: { people: People; moderation: Moderation }): WechatAnswer => {
  const { content } = parameters
  if (typeof content !== 'string' || content === '') return refusal(40097, 'content is empty')
  if ([...content].length > MAX_LETTERS) return refusal(40097, `content is longer than ${MAX_LETTERS} letters`)
  const refused = checkedPerson(parameters, people)
  if (refused) return refused
  const texts = [content, ...['nickname', 'title', 'signature'].map((name) => parameters[name]).filter((text) => typeof text === 'string')]
  const { suggest, label, word } = moderation.judge(texts.join('\n'))
  return {
    errcode: 0, errmsg: 'ok', result: { suggest, label }, trace_id: randomUUID(),
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      ...(word === undefined ? [] : [{ strategy: 'keyword', errcode: 0, suggest, label, keyword: word }]),
    ],
  }
}
