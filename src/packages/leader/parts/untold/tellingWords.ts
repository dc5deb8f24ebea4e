import { spoken } from '../../../../../domain/clock/shanghai'
import type { Telling } from '../../../../../domain/notice/telling'

/** What became of WeChat's message, as far as anybody knows. `calm`: it is on its way, and nothing went wrong. */
export function tellingWords(telling: Telling, now: number): { says: string; calm: boolean } {
  switch (telling.is) {
    case 'later': return { says: `微信消息${spoken(telling.at, now)}发，他还没打开看`, calm: true }
    case 'now': return { says: '正在用微信告诉他，他还没打开看', calm: true }
    case 'noCredit': return { says: '! 他允许的微信提醒用完了，他也还没打开看', calm: false }
    case 'failed': return { says: '! 微信没送到，他也还没打开看', calm: false }
    case 'unsure': return { says: '! 微信没说送到，他也还没打开看', calm: false }
    case 'none': return { says: '! 消息没发成微信，他也还没打开看', calm: false }
  }
}
