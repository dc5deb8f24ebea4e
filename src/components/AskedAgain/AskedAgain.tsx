import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { spoken } from '../../../domain/clock/shanghai'
import type { CaseAnswer } from '../../../domain/contract/calls'
import type { EarlierCase } from '../../../domain/people/earlierCase'
import { wrongWords } from '../../words/claimWords'
import { partyWords } from '../../words/stageWords'
import { Button } from '../Button/Button'
import { Card } from '../Card/Card'
import { PhotoWall } from '../PhotoWall/PhotoWall'
import { go } from '../go'
import { useNow } from '../useNow'
import './AskedAgain.scss'

interface AskedAgainProps {
  as: 'leader' | 'operator'
  of: Pick<CaseAnswer, 'earlier' | 'followedBy' | 'photoLinks'>
}

/** A case that goes on from a dismissed one, beside that: what was said and decided then, and the way there; on the dismissed one the way on. Nothing where it was said once only. */
export function AskedAgain({ as, of: { earlier, followedBy, photoLinks } }: AskedAgainProps): ReactNode {
  const open = (id: string) => go(`/packages/${as}/case/index?id=${id}`)
  const them = partyWords('resident', as)
  return (
    <>
      {followedBy !== null && <Card title='后来又说了一次'><View className='asked-again'><View>{them}有新情况，换一位在看。</View><Button label='看后来那一件' onTap={() => open(followedBy)} /></View></Card>}
      {earlier && <Card title='原来那一件，没有同意'><View className='asked-again'><Earlier as={as} earlier={earlier} links={photoLinks} /><Button label='看原来那一件' onTap={() => open(earlier.id)} /></View></Card>}
    </>
  )
}

function Earlier({ as, earlier: { filedAt, reason, claim, quantity, asked, words, photos, rejection, appeal }, links }: { as: AskedAgainProps['as']; earlier: EarlierCase; links: Record<string, string> }): ReactNode {
  const now = useNow()
  const them = partyWords('resident', as)
  return (
    <>
      <Said at={spoken(filedAt, now)} what={`${them}说：${wrongWords(reason, claim, quantity)}${asked > 0 ? `，要退 ${yuan(asked)}` : ''}`} words={words} />
      {photos.length > 0 && <PhotoWall photos={photos} links={links} small />}
      {rejection && <Said at={spoken(rejection.at, now)} what={`${rejection.by === as ? rejection.byName ?? '您' : partyWords(rejection.by, as)}没同意：${rejection.says}`} words={rejection.words} />}
      {appeal && <Said at={spoken(appeal.at, now)} what={`${them}请人再看`} words={appeal.grounds} />}
      {appeal && appeal.photos.length > 0 && <PhotoWall photos={appeal.photos} links={links} small />}
      {appeal?.decision && <Said what={appeal.decision.uphold ? '重新看过，同意了' : '重新看过，还是没同意'} words={appeal.decision.words} />}
    </>
  )
}

function Said({ at, what, words }: { at?: string; what: string; words: string }): ReactNode {
  return (
    <View>
      <View className='asked-again__what'>{what}</View>
      {words !== '' && <View className='asked-again__words'>“{words}”</View>}
      {at !== undefined && <View className='soft small'>{at}</View>}
    </View>
  )
}
