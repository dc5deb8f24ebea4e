import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CaseView } from '../../../domain/people/caseView'
import { doneWith, doneWords, runningLines } from '../../words/promiseWords'
import { readerOf } from '../../words/stageWords'
import { Card } from '../Card/Card'
import { Tap } from '../Tap/Tap'
import { useNow } from '../useNow'
import './Promises.scss'

/** 说好的时间: what runs and until when, what stands still and why, what is late and what happens then; what is over by a tap. Nothing where nothing was promised. */
export function Promises({ view }: { view: Pick<CaseView, 'promises' | 'as' | 'gathered'> }): ReactNode {
  const now = useNow()
  const [open, setOpen] = useState(false)
  const reader = readerOf(view)
  const running = runningLines(view.promises, reader, now)
  const done = doneWith(view.promises, reader, now)
  const over = doneWords(done)
  if (running.length === 0 && over === '') return null
  return (
    <Card title='说好的时间'>
      <View className='promises'>
        {running.map(({ what, when, next, tone }) => (
          <View className={`promises__line promises__line--${tone}`} key={what}>
            <View className='promises__what'>{tone === 'late' && '! '}{what}：<Text className='promises__when'>{when}</Text></View>
            {next !== '' && <View className='promises__next'>{next}</View>}
          </View>
        ))}
        {over !== '' && (
          <Tap className='promises__over' label={`${over}，${open ? '收起' : '点开看'}`} onTap={() => setOpen(!open)}>
            <View>{over} {open ? '▴' : '▾'}</View>
          </Tap>
        )}
        {open && done.lines.map(({ what, how, late }, i) => (
          <View className={late ? 'promises__done promises__done--late' : 'promises__done'} key={`${i}-${what}`}>{late ? '! ' : '✓ '}{what}：{how}</View>
        ))}
      </View>
    </Card>
  )
}
