/** WeChat's answer: errcode 0 with what was asked for, or what it refused. */
export interface WechatAnswer { errcode: number; errmsg: string; [field: string]: unknown }

/**
 * WeChat's refusals by code, with the texts of its documentation ("返回码") as far as they are published there; where a text names a place, the API
 * that refuses adds it. One place, so that a switch for faults can offer every one of them.
 */
export const REFUSALS: ReadonlyMap<number, string> = new Map([
  [-1, 'system error'],
  [40001, 'invalid credential, access_token is invalid or not latest'],
  [40003, 'invalid openid'],
  [40014, 'invalid access_token'],
  [40029, 'invalid code'],
  [40037, 'invalid template_id'],
  [40097, 'invalid args'],
  [40165, 'invalid weapp pagepath'],
  [40169, 'invalid length for scene, or the data is not json string'],
  [40212, 'invalid query'],
  [41030, 'invalid page'],
  [43101, 'user refuse to accept the msg'],
  [43107, 'subscribe message capability is banned'],
  [43108, 'concurrent sends to one user'],
  [44990, 'reach max api second frequence limit'],
  [44991, 'reach max api minute frequence limit'],
  [45009, 'reach max api daily quota limit'],
  [45011, 'api minute-quota reach limit, must slower, retry next minute'],
  [45168, 'the message contains sensitive words'],
  [47003, 'argument invalid!'],
  [61010, 'code is expired: the user has not visited the mini program within two hours'],
  [85401, 'time limited between 1 min and 30 days'],
])

/** @param detail named after WeChat's own text */
export const refusal = (errcode: number, detail?: string): WechatAnswer => {
  const text = REFUSALS.get(errcode) ?? 'unknown error'
  return { errcode, errmsg: detail === undefined ? text : `${text} ${detail}` }
}
