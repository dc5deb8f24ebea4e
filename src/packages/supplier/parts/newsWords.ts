import { platform } from '../../../cloud/platform'

/** How somebody hears of what is new, after where it will stand: only where a message can reach them is one promised. */
export function newsWords(): string {
  return platform.canBeTold() ? '，也会发消息给您' : '。电脑上收不到微信消息，请常来看看，或者在手机微信里打开链接'
}
