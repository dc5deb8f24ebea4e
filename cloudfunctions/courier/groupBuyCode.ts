import { ledGroupBuy } from '../lib/community'
import { app, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { fileIdOf, linksTo } from '../lib/storage'
import { drawCode } from './drawCode'

/** How long the link to the picture works; the picture is asked for again whenever its page is opened. s */
const LINK_SECONDS = 3600

/** Where the code leads; the group-buy is its scene: an id is as long as a scene may be, so nothing else fits in. */
const PAGE = 'pages/bind/index'

/** 小程序码 of a group-buy, drawn once and kept. Here and not in api, because only the courier carries WeChat's SDK. */
export const groupBuyCode: UseCase<'groupBuyCode'> = async (caller, { groupBuyId }, now) => {
  const groupBuy = await ledGroupBuy(caller, groupBuyId)
  const path = groupBuy.codePath ?? await keepCode(groupBuyId)
  const fileId = await fileIdOf(path)
  const link = (await linksTo([fileId], LINK_SECONDS)).get(fileId)
  if (link === undefined) throw new Error(`the code of group-buy ${groupBuyId} is gone from ${path}`)
  return { link, linkUntil: now + LINK_SECONDS * 1000 }
}

async function keepCode(groupBuyId: string): Promise<string> {
  const { bytes, type } = await drawCode(PAGE, groupBuyId)
  const path = `codes/${groupBuyId}.${type}`
  await app.uploadFile({ cloudPath: path, fileContent: bytes })
  await updateOne('groupBuys', { _id: groupBuyId }, { codePath: path })
  return path
}
