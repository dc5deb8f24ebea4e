import { refuse } from '../../domain/contract/refusal'
import { _, findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { askRobot } from './channels/askRobot'
import { channelsPage } from './channels/channelsPage'
import { ownPlace } from './channels/ownPlace'
import { robot as channel } from './channels/robot'
import { takeRobotTurn, type RobotDocument } from './channels/robots'

/** Has the robot say one sentence, in turn with everything else that it says. */
export const testRobot: UseCase<'testRobot'> = async (caller, { place }, now) => {
  const own = await ownPlace(caller, place)
  const key = (await findById<RobotDocument>('robots', own.id))?.key ?? refuse('NO_ROBOT', '还没有填群机器人')
  if (await takeRobotTurn(key, now) !== null) refuse('ROBOT_BUSY', '这个机器人一分钟只能说 20 句，请过一分钟再试')
  const answer = await askRobot(key, `【${own.name}】试一下：要处理的消息发不到微信时，会发到这个群`, now)
  if (answer.taken) {
    await updateOne('robots', { _id: own.id, key, goneAt: _.gt(0) }, { goneAt: null, setAt: now })
    return channelsPage(caller.personId, own, now)
  }
  if (answer.means === 'gone') {
    await channel.lostAddress(own.id, { secret: key, name: own.name }, answer.code, now)
    refuse('ROBOT_GONE', `企业微信说没有这个机器人（${answer.code}），请重新复制它的地址`)
  }
  return answer.means === 'lost' ? refuse('ROBOT_SILENT', '企业微信没有回音，群里可能收到了，请看一眼') : refuse('ROBOT_REFUSED', `企业微信没收（${answer.code}），请过一会儿再试`)
}
